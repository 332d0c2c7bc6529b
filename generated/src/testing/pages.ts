import type { Collection } from "../runtime/index.js";

/** Position in a list, as the value of `$skiptoken`. */
const TOKEN = /^mock-(\d+)$/;

/** Text of the query option for later changes of a list. */
const DELTA = "mock-delta";

/** Returns the position that the link of a page contains; null for a request without such a link. */
function positionOf(url: URL): number | null {
  const token = TOKEN.exec(url.searchParams.get("$skiptoken") ?? "")?.[1];
  return token === undefined ? null : Number(token);
}

function withOption(url: URL, name: string, value: string): string {
  const link = new URL(url);
  for (const option of ["$skiptoken", "$deltatoken"]) link.searchParams.delete(option);
  const query = link.search === "" ? "?" : `${link.search.replaceAll("%24", "$")}&`;
  return `${link.origin}${link.pathname}${query}${name}=${value}`;
}

/** Creates the link of the page that begins at a position. */
function nextLink(url: URL, position: number): string {
  return withOption(url, "$skiptoken", `mock-${String(position)}`);
}

/** Creates the link that requests later changes. */
function deltaLink(url: URL): string {
  return withOption(url, "$deltatoken", DELTA);
}

function isList(json: unknown): json is { readonly value: readonly unknown[] } {
  return typeof json === "object" && json !== null && "value" in json && Array.isArray(json.value);
}

/**
 * Creates a page of a list. Its links lead to the mock, as those of the documentation lead to the service.
 *
 * @param json JSON of an example; a value that is not a list is returned unchanged
 * @param url URL of the request
 * @param limit largest number of items in the page
 */
export function pageOf(json: unknown, url: URL, limit: number): unknown {
  if (!isList(json)) return json;
  const { "@odata.nextLink": next, "@odata.deltaLink": delta, ...rest } = { ...LINKS, ...json };
  const isDelta = delta !== undefined || /\bdelta(?:\(.*\))?$/.test(url.pathname);
  const isLater = url.searchParams.get("$deltatoken") === DELTA;
  const start = isLater ? json.value.length : (positionOf(url) ?? 0);
  const end = start + Math.max(1, limit);
  const value = json.value.slice(start, end);
  // An example that shows only its first page is followed by an empty one, as its other items are not documented.
  const isShownFirst = next !== undefined && start === 0 && positionOf(url) === null && !isLater;
  if (end < json.value.length || isShownFirst) {
    return { ...rest, value, "@odata.nextLink": nextLink(url, Math.min(end, json.value.length)) };
  }
  const isLast = isDelta && (delta !== undefined || start > 0 || isLater);
  return { ...rest, value, ...(isLast ? { "@odata.deltaLink": deltaLink(url) } : {}) };
}

const LINKS: { readonly "@odata.nextLink"?: unknown; readonly "@odata.deltaLink"?: unknown } = {};

/**
 * Creates the page that a link of the previous page requests, or the first page.
 *
 * @param pages items of each page
 * @param url URL of the request
 */
export function pageAt<T>(pages: readonly (readonly T[])[], url: URL): Collection<T> {
  const index = positionOf(url) ?? 0;
  const value = [...(pages[index] ?? [])];
  return index + 1 < pages.length
    ? { value, "@odata.nextLink": nextLink(url, index + 1) }
    : { value };
}
