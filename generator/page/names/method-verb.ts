import type { HttpMethod } from "../model.ts";

/** Verbs of file names and the methods that they stand for; the first verb of a method names its function. */
const VERBS: Readonly<Record<HttpMethod, readonly string[]>> = {
  GET: ["get", "list"],
  POST: ["create", "post", "add"],
  PATCH: ["update", "patch", "upsert"],
  PUT: ["put", "replace", "set", "update"],
  DELETE: ["delete", "remove"],
};
const ALL = Object.values(VERBS).flat();

/** Of the operations of a page, the one that the verb of its file name means; otherwise the first. */
export function mainGroup<T extends { readonly method: HttpMethod }>(
  groups: readonly T[],
  parts: readonly string[],
): T | undefined {
  const verb = parts.find((part, index) => index > 0 && ALL.includes(part.toLowerCase()))?.toLowerCase();
  return groups.find(({ method }) => verb !== undefined && VERBS[method].includes(verb)) ?? groups[0];
}

/** Parts of a file name with the verb of a method: `["boat", "update", "sails"]` → `["boat", "delete", "sails"]`. */
export function partsOfMethod(parts: readonly string[], method: HttpMethod): readonly string[] {
  const [verb = ""] = VERBS[method];
  const at = parts.findIndex((part, index) => index > 0 && ALL.includes(part.toLowerCase()));
  if (at === -1) return [parts[0] ?? "", verb, ...parts.slice(1)];
  return [...parts.slice(0, at), verb, ...parts.slice(at + 1)];
}
