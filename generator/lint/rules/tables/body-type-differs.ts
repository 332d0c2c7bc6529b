import type { PropertyModel, TypeModel } from "../../../api/model.ts";
import { siteRule } from "../../rule.ts";

export const bodyTypeDiffers = siteRule({
  name: "body-type-differs",
  severity: "warning",
  message: "Unexpected type {type} for {name} in a request body, expected {expected} as on the page of the resource",
  description: "A request body table and the page of the resource state different types for a property.",
  why: "One of the two pages is wrong: callers may send a value that the service rejects.",
  advice: "Make both pages match the service.",
  example: { page: "api/boat-post.md", ok: "|length|Int32|", notOk: "|length|String|" },
  check: ({ model }) => {
    const types = new Map(model.types.map((type) => [`${type.namespace}.${type.name}`, type]));
    return model.operations.flatMap(({ requestBody }) => {
      const type = types.get(requestBody?.type ?? "");
      if (requestBody === null || type === undefined || requestBody.collection || type.inferred) return [];
      return requestBody.properties.flatMap((row) => {
        const stated = statedRow(row.name, type, types);
        if (stated === null || !isOther(row, stated)) return [];
        const related = [{ message: `${shown(stated)} stated here`, place: stated.source }];
        const params = { name: row.name, type: shown(row), expected: shown(stated) };
        return [{ params, place: row.source, related }];
      });
    });
  },
});

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

/** Whether the rows state different primitive types, or a collection and a single value. */
function isOther(row: PropertyModel, stated: PropertyModel): boolean {
  if (row.source.file === stated.source.file || row.relationship || stated.relationship) return false;
  if (row.collection !== stated.collection) return true;
  return row.type !== stated.type && row.type.startsWith("Edm.") && stated.type.startsWith("Edm.");
}

function shown({ type, collection }: PropertyModel): string {
  const name = type.replace(/^(?:Edm|microsoft\.graph)\./, "");
  return collection ? `${name} collection` : name;
}
