import type { ApiModel, TypeModel } from "../../../api/model.ts";
import type { TypeFacts } from "../../../page/model.ts";
import { siteRule } from "../../rule.ts";

export const tableRowMissing = siteRule({
  name: "table-row-missing",
  severity: "warning",
  message: "Unexpected member {name} in the JSON representation, expected a row that describes it",
  description: "The JSON representation has a member that no table describes.",
  why: "Readers of the table do not learn of the member.",
  advice: "Add a row for the member, or remove the member.",
  example: { page: "resources/boat.md", ok: '"length": 1024,', notOk: '"length": 1024,\n  "width": 4,' },
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
          .map(({ name, type: { place } }) => ({ params: { name }, place: members.get(name) ?? place }));
      }),
    );
  },
});

function modelOf({ name, source }: TypeFacts, path: string, { types }: ApiModel): TypeModel | null {
  return (
    types.find((type) => type.source.file === path && type.source.line === source.line && type.name === name) ?? null
  );
}

/** Property names of a type and its base types, in lower case; null if a base type has no page. */
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
