import { createDiagnostic } from "../../diagnostics/diagnostic.ts";
import type { PropertyModel, TypeModel } from "../../api/model.ts";
import type { SiteRule } from "../model.ts";

/** A body table states another type for a property than the page of the resource. */
export const bodyTypeDiffers: SiteRule = {
  name: "body-type-differs",
  check: ({ model }) => {
    const types = new Map(model.types.map((type) => [`${type.namespace}.${type.name}`, type]));
    return model.operations.flatMap(({ requestBody }) => {
      const type = types.get(requestBody?.type ?? "");
      if (requestBody === null || type === undefined || requestBody.collection || type.inferred) return [];
      return requestBody.properties.flatMap((row) => {
        const stated = statedRow(row.name, type, types);
        if (stated === null || !isOther(row, stated)) return [];
        const related = [{ message: `${shown(stated)} is stated here`, place: stated.source }];
        const params = { name: row.name, type: shown(row), expected: shown(stated) };
        return [createDiagnostic("body-type-differs", params, row.source, related)];
      });
    });
  },
};

function statedRow(name: string, type: TypeModel, types: ReadonlyMap<string, TypeModel>): PropertyModel | null {
  const seen = new Set<TypeModel>();
  for (
    let each: TypeModel | undefined = type;
    each !== undefined && !seen.has(each);
    each = types.get(each.baseType ?? "")
  ) {
    seen.add(each);
    const row = each.properties.find((property) => property.name === name && !property.inferred);
    if (row !== undefined) return row;
  }
  return null;
}

/** Two primitives that are not one, or a collection against a single value. */
function isOther(row: PropertyModel, stated: PropertyModel): boolean {
  if (row.source.file === stated.source.file || row.relationship || stated.relationship) return false;
  if (row.collection !== stated.collection) return true;
  return row.type !== stated.type && row.type.startsWith("Edm.") && stated.type.startsWith("Edm.");
}

function shown({ type, collection }: PropertyModel): string {
  const name = type.replace(/^(?:Edm|microsoft\.graph)\./, "");
  return collection ? `${name} collection` : name;
}
