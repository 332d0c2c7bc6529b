import type { MockExample, MockOperation, MockRoute } from "./model.js";
import { fixedLength, matchPath } from "./path.js";

/** The parts of a request that select an operation and one of its examples. */
export interface Asked {
  readonly method: string;
  /** Encoded path below the base URL. */
  readonly path: string;
  /** Query with its question mark, or an empty string. */
  readonly search: string;
  /** `@odata.type` of the body, without `#`. */
  readonly type: string | undefined;
  /** Operation that must be chosen: that of the caller or of the header `Prefer: example=`. */
  readonly operation: string | undefined;
  /** Number of the example in that header, starting with 1. */
  readonly number: number | undefined;
}

/** A documented URL that a request matches. */
export interface Match {
  readonly operation: MockOperation;
  readonly route: MockRoute;
  readonly values: Readonly<Record<string, string>>;
}

function hasQuery({ query = {} }: MockRoute, search: string): boolean {
  const given = new URLSearchParams(search);
  return Object.entries(query).every(([name, value]) => given.get(name) === value);
}

/** More fixed text is more specific; fixed query options decide between equal paths. */
function rank({ route }: Match, search: string): number {
  const bonus = route.query !== undefined && hasQuery(route, search) ? 0.5 : 0;
  return fixedLength(route.path) + bonus;
}

/** Documented URLs by their method and first segment. */
export type RouteIndex = ReadonlyMap<string, readonly Omit<Match, "values">[]>;

/** Key of URLs whose first segment contains a placeholder. */
const ANY = "{";

function keyOf(method: string, path: string): string {
  const [first = ""] = path.replace(/^\//, "").split(/[/(:?]/, 1);
  return `${method} ${first.includes(ANY) ? ANY : first.toLowerCase()}`;
}

/** Indexes the documented URLs of operations, so that a request is compared with few of them. */
export function indexRoutes(operations: readonly MockOperation[]): RouteIndex {
  const index = new Map<string, Omit<Match, "values">[]>();
  for (const operation of operations) {
    for (const route of operation.routes) {
      const key = keyOf(route.method, route.path);
      const found = index.get(key) ?? [];
      index.set(key, found);
      found.push({ operation, route });
    }
  }
  return index;
}

/** Lists the operations whose URL is the most specific one that a request matches. */
export function findMatches(index: RouteIndex, asked: Asked): readonly Match[] {
  const { method, path, search } = asked;
  const near = [
    ...(index.get(keyOf(method, path)) ?? []),
    ...(index.get(`${method} ${ANY}`) ?? []),
  ];
  const found = near.flatMap(({ operation, route }) => {
    const values = matchPath(route.path, path, search);
    return values === null ? [] : [{ operation, route, values }];
  });
  const named = found.filter(({ operation }) => operation.name === asked.operation);
  return mostSpecific(named.length > 0 ? named : found, asked);
}

function mostSpecific(found: readonly Match[], { search }: Asked): readonly Match[] {
  const best = Math.max(...found.map((match) => rank(match, search)));
  return found.filter((match) => rank(match, search) === best);
}

function splitUrl(url: string): readonly [path: string, search: string] {
  const question = url.indexOf("?");
  return question === -1 ? [url, ""] : [url.slice(0, question), url.slice(question)];
}

function sortedQuery(search: string): string {
  const query = new URLSearchParams(search);
  query.sort();
  return query.toString().toLowerCase();
}

/** Compares the URL of an example: 2 if it is the URL of the request, 1 if only the path is, otherwise 0. */
function likeness({ url }: MockExample, { path, search }: Asked): 0 | 1 | 2 {
  if (url === undefined) return 0;
  const [shown, query] = splitUrl(url);
  // A path without placeholders matches only itself.
  if (shown.includes("{") || matchPath(shown, path, "") === null) return 0;
  return sortedQuery(query) === sortedQuery(search) ? 2 : 1;
}

function statesType({ types = [], examples }: MockOperation, type: string): boolean {
  return types.includes(type) || examples.some((example) => example.type === type);
}

/**
 * Chooses between operations with the same URL: by `@odata.type` in the body, then by the URLs of the examples.
 *
 * @param preferred names of operations that take precedence over all others
 * @returns the first match if nothing decides
 */
export function chooseMatch(
  all: readonly Match[],
  asked: Asked,
  preferred: ReadonlySet<string> = new Set(),
): Match | undefined {
  const { type } = asked;
  const first = all.filter(({ operation }) => preferred.has(operation.name));
  const matches = first.length > 0 ? first : all;
  const typed =
    type === undefined ? [] : matches.filter(({ operation }) => statesType(operation, type));
  const candidates = typed.length > 0 ? typed : matches;
  const alike = (match: Match): number =>
    Math.max(0, ...match.operation.examples.map((example) => likeness(example, asked)));
  const most = Math.max(0, ...candidates.map(alike));
  return candidates.find((match) => alike(match) === most);
}

/**
 * Chooses an example of an operation: by the number of the header `Prefer`, then by the URL and by `@odata.type`.
 *
 * @returns the main example if nothing decides, and undefined if the operation has no example with that number
 */
export function chooseExample(operation: MockOperation, asked: Asked): MockExample | undefined {
  const { examples, main = 0 } = operation;
  if (asked.number !== undefined) return examples[asked.number - 1];
  const score = (example: MockExample, index: number): number =>
    likeness(example, asked) * 2 +
    (asked.type !== undefined && example.type === asked.type ? 3 : 0) +
    (index === main ? 1 : 0) +
    // The page of an operation may show an error; it answers only a request that selects it.
    (example.status < 400 ? 0 : -10);
  const scores = examples.map(score);
  return examples[scores.indexOf(Math.max(...scores))];
}
