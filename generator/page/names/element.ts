import { lastSegment } from "../../util/paths.ts";
import { plural } from "../../util/plural.ts";
import { singular } from "../../util/singular.ts";
import { camelCase, splitWords } from "../../util/words.ts";
import type { StatedOperation } from "./stated-operation.ts";
import { subjectName } from "./split-name.ts";

/**
 * A request for `/charts` that a page about the `chartCollection` describes concerns a chart: `addChart`.
 *
 * @param resource resource in camel case
 * @param operation facts of the page
 */
export function elementOf(resource: string, { requests }: StatedOperation): string {
  const element = singular(/^(\w+)Collection$/.exec(resource)?.[1] ?? "");
  const last = splitWords(element).at(-1)?.toLowerCase();
  if (last === undefined) return resource;
  const segments = requests.flatMap(({ path }) => path.toLowerCase().split("/"));
  return segments.some((segment) => [segment, singular(segment)].includes(last)) ? camelCase(element) : resource;
}

/**
 * The resource in the singular if a key follows it in a URL: a `deletedItem` of `/directory/deletedItems/{id}`. A page
 * that names its type in the plural means it: `termsAndConditions`.
 */
export function memberOf(resource: string, operation: StatedOperation): string {
  const lower = resource.toLowerCase();
  const stated = [subjectName(operation), ...operation.title.split(/\W+/)].map((word) => word.toLowerCase());
  const isKeyed = operation.requests.some(({ path }) =>
    [...path.toLowerCase().matchAll(/\/(\w+)\/\{/g)].some((match) => lower.endsWith(match[1] ?? "/")),
  );
  return isKeyed && !stated.includes(lower) ? singular(resource) : resource;
}

/** The plural of a resource, which its URL may state: `/appSchemas`. */
export function membersOf(resource: string, { requests }: StatedOperation): string {
  const last = lastSegment(requests[0]?.path ?? "");
  const isPlural = last.length > resource.length && last.toLowerCase().startsWith(resource.toLowerCase());
  return isPlural && singular(last).length === resource.length
    ? `${resource}${last.slice(resource.length)}`
    : plural(resource);
}
