import type { Asked } from "./find.js";
import type { MockOperation } from "./model.js";

/** Number of URLs that a message lists. */
const LISTED = 3;

/** Texts that are equal, or differ completely. */
function isDifferent(a: string, b: string): number {
  return a === b ? 0 : Math.max(a.length, b.length);
}

/** Compares paths by segments. A placeholder replaces any text, and a missing segment counts as its length. */
function compare(
  path: string,
  template: string,
  distance: (a: string, b: string) => number,
): number {
  const given = path.toLowerCase().split("/");
  const documented = template.toLowerCase().split("/");
  let sum = 0;
  for (let index = 0; index < Math.max(given.length, documented.length); index += 1) {
    const a = given[index];
    const b = documented[index];
    if (a === undefined || b === undefined) sum += (a ?? b ?? "").length + 1;
    else if (!b.includes("{")) sum += distance(a, b);
    // A fixed text of the same distance is the better suggestion.
    else sum += 0.5;
  }
  return sum;
}

/**
 * Finds the documented URLs that are similar to that of a request, with the same method if there are any.
 *
 * @param distance number of letters in which two texts differ; by default, texts differ completely
 * @returns lines such as `GET /users/{userId}`, the most similar one first
 */
export function nearestUrls(
  operations: readonly MockOperation[],
  { method, path }: Pick<Asked, "method" | "path">,
  distance: (a: string, b: string) => number = isDifferent,
): readonly string[] {
  const routes = operations.flatMap((operation) => operation.routes);
  const ranked = new Map<string, number>();
  for (const route of routes) {
    const [template = ""] = route.path.replace(/\{(\w+):\w+\}/g, "{$1}").split("?");
    const penalty = route.method === method ? 0 : 2;
    ranked.set(`${route.method} ${template}`, compare(path, template, distance) + penalty);
  }
  const sorted = [...ranked].sort(([, a], [, b]) => a - b);
  const best = sorted[0]?.[1] ?? Infinity;
  return sorted
    .filter(([, value]) => value === best)
    .slice(0, LISTED)
    .map(([line]) => line);
}
