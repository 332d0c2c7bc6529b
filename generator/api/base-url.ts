import { createCollector, type Collector, type Place, type Result } from "../diagnostics/diagnostic.ts";
import { operationsOf, type Page } from "../page/model.ts";
import { compareStrings } from "../util/compare.ts";
import { groupBy } from "../util/group.ts";
import { isJsonObject, type Json } from "../util/json.ts";

/** A URL with the version of a service, whatever its scheme, its port or its user. */
const VERSIONED = /^https?:\/\/[^/?#\s]+\/(?:v\d+(?:\.\d+)?|beta)(?=\/|$)/i;
/** What can be the base URL. */
const BASE = /^https:\/\/[\w.-]+\//;
/** Annotations of responses whose values are URLs of the service. */
const LINKS = ["@odata.context", "@odata.nextLink", "@odata.deltaLink"];

/** The base URL is on at least one of this many pages, and in docs of more than `FEW` pages on two. */
const PAGES_PER_USE = 30;
const FEW = 10;
/** Maximum number of pages that a message names. */
const NAMED = 5;

/** A base URL on a page. */
interface Use {
  /** Host and version in lower case. */
  readonly url: string;
  readonly page: string;
  /** First request that calls it, or null if only links in responses have it. */
  readonly call: Place | null;
}

/** A host that requests call. */
interface Host {
  readonly name: string;
  readonly uses: readonly Use[];
  /** First request of each page that calls it. */
  readonly calls: readonly Place[];
  /** Number of pages that state it. */
  readonly pages: number;
}

/**
 * Finds the host and version that the examples of most pages call. A page has the same weight however many examples it
 * has, and a host on few pages is not used, because clients would send their tokens to it.
 *
 * @param pages facts of every page
 * @param set base URL that the user set, or null
 * @returns `set`, or the URL that was found; null if the pages state none or none is common
 */
export function findBaseUrl(pages: readonly Page[], set: string | null): Result<string | null> {
  const collector = createCollector();
  const calling = pages.filter((page) => requestsOf(page).length > 0);
  const uses = calling.flatMap(usesOf);
  const hosts = hostsOf(uses);
  const common = hosts.find(
    ({ pages: count, uses: own }) =>
      2 * count > countPages(uses) && count >= leastCount(calling.length) && own.every(({ url }) => BASE.test(url)),
  );
  const used = set === null ? common : hosts.find(({ name }) => name === new URL(set).host);
  if (used !== undefined) reportOthers(collector, hosts, used);
  else if (set === null) reportUnclear(collector, hosts, calling.length);
  return collector.wrap(set ?? (common === undefined ? null : mostUsedUrl(common)));
}

function requestsOf(page: Page) {
  return operationsOf(page).flatMap(({ examples }) => examples.flatMap(({ request }) => request ?? []));
}

function usesOf(page: Page): readonly Use[] {
  const calls = requestsOf(page).map(({ url, source }) => [url, source] as const);
  const bodies = operationsOf(page).flatMap(({ examples }) => examples.map(({ response }) => response?.body ?? null));
  const links = bodies.flatMap(linksOf).map((url) => [url, null] as const);
  const uses = [...calls, ...links].flatMap(([text, call]) => {
    const url = VERSIONED.exec(text)?.[0].toLowerCase();
    return url === undefined || !URL.canParse(url) ? [] : [{ url, page: page.path, call }];
  });
  return [...groupBy(uses, ({ url }) => url).values()].flatMap(([first]) => first ?? []);
}

function linksOf(body: Json): readonly string[] {
  if (!isJsonObject(body)) return [];
  return LINKS.flatMap((name) => {
    const link = body[name];
    return typeof link === "string" ? [link] : [];
  });
}

/** Hosts that requests call, the one on most pages first. */
function hostsOf(uses: readonly Use[]): readonly Host[] {
  return [...groupBy(uses, ({ url }) => new URL(url).host)]
    .map(([name, own]) => {
      const calls = new Map(own.toReversed().flatMap(({ page, call }) => (call === null ? [] : [[page, call]])));
      return { name, uses: own, calls: [...calls.values()].reverse(), pages: countPages(own) };
    })
    .filter(({ calls }) => calls.length > 0)
    .toSorted((a, b) => b.pages - a.pages || compareStrings(a.name, b.name));
}

function countPages(uses: readonly Use[]): number {
  return new Set(uses.map(({ page }) => page)).size;
}

function leastCount(pages: number): number {
  return pages <= FEW ? 1 : Math.max(2, Math.ceil(pages / PAGES_PER_USE));
}

function mostUsedUrl({ uses }: Host): string | null {
  const counts = [...groupBy(uses, ({ url }) => url)].map(([url, { length }]) => ({ url, length }));
  return counts.toSorted((a, b) => b.length - a.length || compareStrings(a.url, b.url))[0]?.url ?? null;
}

function reportOthers(collector: Collector, hosts: readonly Host[], used: Host): void {
  for (const { name: host, calls } of hosts.filter((other) => other !== used)) {
    const [first, ...others] = calls;
    if (first === undefined) continue;
    const named = calls.slice(0, NAMED).map(({ file }) => file);
    const more = calls.length > NAMED ? ` and ${calls.length - NAMED} more` : "";
    const params = { host, pages: `${named.join(", ")}${more}`, used: used.name };
    collector.add(
      "base-url-differs",
      params,
      first,
      others.map((place) => ({ message: "also here", place })),
    );
  }
}

function reportUnclear(collector: Collector, hosts: readonly Host[], pages: number): void {
  const first = hosts[0]?.calls[0];
  if (first === undefined) return;
  const found = hosts.slice(0, NAMED).map(({ name, pages: count }) => `${name} (${count} of ${pages} pages)`);
  collector.add("base-url-unclear", { found: found.join(", ") }, first);
}
