import type { Json, OperationModel } from "../api/model.ts";

function namesIn(value: Json): readonly string[] {
  if (typeof value !== "object" || value === null) return [];
  const name = "@odata.type" in value ? value["@odata.type"] : null;
  const own = typeof name === "string" && !name.startsWith("#") ? [name] : [];
  return [...own, ...Object.values(value).flatMap(namesIn)];
}

/**
 * Finds the types that examples name without the leading `#`, as many pages do. Only for them the short form
 * type-checks too.
 */
export function bareTypeNames(operations: readonly OperationModel[]): ReadonlySet<string> {
  const bodies = operations.flatMap((operation) =>
    operation.examples.flatMap((example) => [example.request?.body ?? null, example.response?.body ?? null]),
  );
  return new Set(bodies.flatMap(namesIn));
}
