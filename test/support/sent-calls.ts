import { isDeepStrictEqual } from "node:util";
import type { ExampleRequestModel, Json, OperationModel } from "../../generator/api/model.ts";
import type { Received } from "./service.ts";

/** Why a shown call sends something else than the page's example. */
export type Difference = "nothing sent" | "method" | "URL" | "query" | "header" | "body";

/** Placeholders of pages, which a call replaces by readable ones. */
const PLACEHOLDER = /\{[^{}/]*\}|<[^<>/]*>/g;

/** How a request differs from the most similar example of its page. */
export interface Comparison {
  /** Empty if the request equals the example. */
  readonly differences: readonly Difference[];
  readonly example: ExampleRequestModel | null;
}

/**
 * Compares a request with the examples of its page.
 *
 * @param received what the shown call sent, or undefined
 */
export function compareSent(operation: OperationModel, received: Received | undefined): Comparison {
  if (received === undefined) return { differences: ["nothing sent"], example: null };
  const methods = new Set<string>(operation.requests.map(({ method }) => method));
  const examples = operation.examples.flatMap(({ request }) =>
    request !== null && methods.has(request.method) ? [request] : [],
  );
  const compared = examples.map((example) => ({ differences: differencesOf(operation, example, received), example }));
  const [nearest] = compared.toSorted((a, b) => a.differences.length - b.differences.length);
  return nearest ?? { differences: [], example: null };
}

function differencesOf(
  operation: OperationModel,
  example: ExampleRequestModel,
  received: Received,
): readonly Difference[] {
  const [address = "", query = ""] = splitUrl(example.url);
  const path = withoutStray(address, operation);
  const [sentPath = "", sentQuery = ""] = splitUrl(received.url);
  const found: (Difference | false)[] = [
    received.method !== example.method && "method",
    !samePath(path, sentPath) && "URL",
    !sameQuery(options(query), options(sentQuery)) && "query",
    !sameHeaders(operation, example, received) && "header",
    !sameBody(example.body, received.body) && "body",
  ];
  return found.filter((each) => each !== false);
}

/** Path below the version, and the query. */
function splitUrl(url: string): readonly string[] {
  const [address = "", query = ""] = url.split(/[?#]/);
  return [address.trim().replace(/^(?:https?:\/\/[^/]*)?(?:\/(?:v\d[^/]*|beta)(?=\/))?/i, ""), query.trim()];
}

/** The path of an example from the first segment of a documented path on: a page may write more before it. */
function withoutStray(address: string, { requests }: OperationModel): string {
  const firsts = requests.map(({ path }) => `/${path.split("/")[1] ?? ""}/`);
  const starts = firsts.map((first) => address.toLowerCase().indexOf(first.toLowerCase())).filter((at) => at > 0);
  return address.slice(Math.min(...starts, address.length) % address.length);
}

function samePath(example: string, sent: string): boolean {
  const parts = decode(example).replace(/\/$/, "").split(PLACEHOLDER).map(escape);
  return new RegExp(`^${parts.join("[^/]+?")}/?$`, "i").test(decode(sent));
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function sameQuery(example: ReadonlyMap<string, string>, sent: ReadonlyMap<string, string>): boolean {
  const same = ([name, value]: readonly [string, string]): boolean => {
    const text = sent.get(name);
    if (text === undefined || /^(?:\.\.\.|…)$/.test(value)) return text !== undefined;
    return text === value || new RegExp(`^${value.split(PLACEHOLDER).map(escape).join(".+?")}$`).test(text);
  };
  return example.size === sent.size && [...example].every(same);
}

/** Options by name, with the dollar sign that examples often omit removed. */
function options(query: string): ReadonlyMap<string, string> {
  const pairs = query
    .split("&")
    .filter((part) => part !== "")
    .map((part) => [part.split("=")[0] ?? "", part.slice(part.indexOf("=") + 1)] as const);
  return new Map(
    pairs
      .map(
        ([name, value]) =>
          [
            decode(name).trim().replace(/^\$/, "").toLowerCase(),
            decode(value.replaceAll("+", " "))
              .replace(/\s*,\s*/g, ",")
              .trim(),
          ] as const,
      )
      .filter(([, value]) => value !== "")
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  );
}

/** Whether the documented headers of the example arrived. */
function sameHeaders({ headers }: OperationModel, example: ExampleRequestModel, received: Received): boolean {
  const own = new Set(["authorization", "content-type", "content-length", "host", "accept"]);
  const documented = new Set(headers.map(({ name }) => name.toLowerCase()));
  return Object.entries(example.headers).every(([name, value]) => {
    const key = name.toLowerCase();
    return own.has(key) || !documented.has(key) || String(received.headers[key] ?? "") === value.trim();
  });
}

function sameBody(example: Json, received: string): boolean {
  // An empty object is the same as no body.
  if (example === null || isDeepStrictEqual(example, {})) return received === "" || received === "{}";
  if (typeof example === "string") return received.trim() === example.trim();
  try {
    const sent: unknown = JSON.parse(received);
    return isDeepStrictEqual(sent, example);
  } catch {
    return false;
  }
}
