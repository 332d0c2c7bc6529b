import { createDiagnostic } from "../../diagnostics/diagnostic.ts";
import type { ApiModel, TypeModel } from "../../api/model.ts";
import type { TypeFacts } from "../../page/model.ts";
import type { SiteRule } from "../model.ts";

/** The JSON representation has a member that no table describes, neither here nor on a base type. */
export const tableRowMissing: SiteRule = {
  name: "table-row-missing",
  check: ({ model, pages }) => {
    const types = new Map(model.types.map((type) => [`${type.namespace}.${type.name}`, type]));
    return pages.flatMap(({ page, members }) =>
      page.types.flatMap((facts) => {
        const type = modelOf(facts, page.path, model);
        if (type === null || facts.properties.length === 0 || type.open) return [];
        const known = describedNames(type, types);
        if (known === null) return [];
        return facts.sketch
          .filter(({ name }) => !known.has(name.toLowerCase()))
          .map(({ name, type: { place } }) =>
            createDiagnostic("table-row-missing", { name }, members.get(name) ?? place),
          );
      }),
    );
  },
};

function modelOf({ name, source }: TypeFacts, path: string, { types }: ApiModel): TypeModel | null {
  return (
    types.find((type) => type.source.file === path && type.source.line === source.line && type.name === name) ?? null
  );
}

/** Names of a type and of its bases in lower case; null where a base is not described. */
function describedNames(type: TypeModel, types: ReadonlyMap<string, TypeModel>): ReadonlySet<string> | null {
  const names = new Set<string>();
  for (let each: TypeModel | undefined = type; each !== undefined;) {
    for (const { name, inferred } of each.properties) if (!inferred) names.add(name.toLowerCase());
    const base: string | null = each.baseType;
    if (base === null) return names;
    each = types.get(base);
    if (each?.inferred === true) return null;
  }
  return null;
}
