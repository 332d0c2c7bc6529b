import { createCollector, type Collector, type Place, type Result } from "../../diagnostics/diagnostic.ts";
import { isItemKey } from "../../util/item-key.ts";
import type { HttpMethod, RequestFacts } from "../model.ts";
import { aliasesWithoutValue } from "./aliases.ts";
import { readPathParameters } from "./placeholders.ts";
import { findUrlFault, type UrlFault } from "./url-fault.ts";

const METHOD = "(?:GET|POST|PUT|PATCH|DELETE)";
/** One method, or several that the line offers as alternatives, and a URL. */
const REQUEST_LINE = new RegExp(`^(?:or\\s+)?(${METHOD}(?:\\s*(?:\\||/|\\bor\\b)\\s*${METHOD})*)\\s+(\\S.*)$`, "i");
const PROTOCOL = /(?<!\s)\s+HTTP\/[\d.]+$/i;
/** Characters that are invisible on the page. */
const INVISIBLE = /[\u200B\u2060\uFEFF]/g;
/** A comment after the URL, or a word that announces the URL on the next line. */
const TRAILER = /(?<!\s)\s+(?:\/\/\s.*|<!--.*|or)$/i;
/** `or` or `|` between a URL and the next one, with or without a method. */
const OR = new RegExp(`(?<!\\s)(?:\\s+or\\s+|\\s*\\|\\s*)(?=${METHOD}\\s|/|https?:)`, "gi");
/** Segments, or the query, that a line puts in brackets as they may be omitted. */
const OPTIONAL = /\[([/?][^[\]]*)\](?=[/?[]|$)/g;
/** Each optional part doubles the routes of a line. */
const MOST_OPTIONAL = 3;
/** Services do not accept longer URLs. */
const LONGEST_LINE = 8192;
/** Host, followed by a version or by `docs\api`, which some templates contain. */
const HOST = /^https?:\/\/[^/\\\s]+(?:[/\\](?:v1\.0|v1|beta|docs[/\\]api)(?=[/\\]|$))?/i;
const ELLIPSIS = /\/\.\.\.(?:\/|$)/;
/** A version, or `~`, which stands for the root of the service, before the path. */
const ROOT = /^(?:\/?(?:v1\.0|beta)|~)(?=\/)/i;

const ROOT_SIGN = "~";

/** A method and a URL, and the offset of the URL in the line. */
export interface RequestText {
  readonly method: HttpMethod;
  readonly url: string;
  readonly offset: number;
}

/**
 * Splits a line into its requests: one, or several if the line offers alternatives, such as `PATCH | PUT /me/photo`,
 * `GET /me/drive or /users/{id}/drive` and `GET /items/{id}[/lock]`.
 *
 * @returns an empty list for any other line
 */
export function splitRequestLine(source: string): readonly RequestText[] {
  if (source.length > LONGEST_LINE) return [];
  const line = source.replace(INVISIBLE, "").trim();
  const [, methods = "", rest = ""] = REQUEST_LINE.exec(line) ?? [];
  if (methods === "") return [];
  const requests: RequestText[] = [];
  let stated = methodsOf(methods);
  for (const text of alternatives(rest.replace(PROTOCOL, "").replace(TRAILER, ""))) {
    const [, own, url = text] = /^([A-Z]+)\s+(\S.*)$/i.exec(text) ?? [];
    if (own !== undefined && url !== text) stated = methodsOf(own);
    const offset = Math.max(0, source.indexOf(url));
    const urls = withOptionalParts(url);
    requests.push(...stated.flatMap((method) => urls.map((each) => ({ method, url: each, offset }))));
  }
  return requests;
}

function methodsOf(text: string): readonly HttpMethod[] {
  const words = text.toUpperCase().match(/GET|POST|PUT|PATCH|DELETE/g) ?? [];
  return words.map(toMethod);
}

/** Splits at each `or` and `|` that stands outside placeholders and quoted texts. */
function alternatives(text: string): readonly string[] {
  const masked = maskText(text);
  const parts: string[] = [];
  let start = 0;
  for (const match of masked.matchAll(OR)) {
    parts.push(text.slice(start, match.index));
    start = match.index + match[0].length;
  }
  return [...parts, text.slice(start)].map((part) => part.trim()).filter((part) => part !== "");
}

/** Replaces placeholders and quoted texts by `_` of the same length. */
function maskText(text: string): string {
  return text.replace(/\{[^{}]*\}|'[^']*'/g, (nested) => "_".repeat(nested.length));
}

/** A URL without and with each part that stands in brackets; only the URL itself if it has none, or too many. */
function withOptionalParts(url: string): readonly string[] {
  const parts = [...maskText(url).matchAll(OPTIONAL)];
  if (parts.length > MOST_OPTIONAL) return [url];
  let routes = [""];
  let start = 0;
  for (const { index, 0: whole } of parts) {
    const before = url.slice(start, index);
    start = index + whole.length;
    const part = url.slice(index + 1, start - 1);
    routes = routes.flatMap((route) => [route + before, route + before + part]);
  }
  return routes.map((route) => route + url.slice(start));
}

function toMethod(word: string): HttpMethod {
  switch (word) {
    case "POST":
    case "PUT":
    case "PATCH":
    case "DELETE":
      return word;
    default:
      return "GET";
  }
}

/**
 * Reads one line of an HTTP block: the path below the version, the fixed query and the placeholders of each request. A
 * request that cannot be called is reported and has its path as written.
 *
 * @param line the source line
 * @param place place of the line
 * @param argumentNames documented function parameters, whose sample values are placeholders
 * @returns the requests, or an empty list for any other line
 */
export function readRequestLine(
  line: string,
  place: Place,
  argumentNames: ReadonlySet<string>,
): Result<readonly RequestFacts[]> {
  const collector = createCollector();
  const requests = splitRequestLine(line).flatMap((request) => readRequest(request, place, argumentNames, collector));
  return collector.wrap(requests);
}

function readRequest(
  { method, url, offset }: RequestText,
  place: Place,
  argumentNames: ReadonlySet<string>,
  collector: Collector,
): readonly RequestFacts[] {
  const { path, queryText, stray } = splitUrl(url);
  const fault = findUrlFault(url) ?? aliasFault(url, path, queryText);
  const isShortened = ELLIPSIS.test(path);
  if (fault !== null) {
    const params = { found: `${fault.found} in "${url}"` };
    collector.add("request-line-unreadable", params, { ...place, column: place.column + offset + fault.offset });
  } else if (isShortened) collector.add("request-ellipsis", { path }, place);
  if (stray !== null) collector.add("request-host", { text: stray, path }, place);
  const parameters = readPathParameters(path, argumentNames, queryText);
  const key = parameters.find(({ placeholder }) => isItemKey(placeholder));
  if (key !== undefined)
    collector.add("request-key-literal", { key: key.placeholder, placeholder: `{${key.name}}` }, place);
  const callable = fault === null && !isShortened;
  const request = { method, path, queryText: queryText === "" ? null : queryText, parameters, callable, source: place };
  return stray === ROOT_SIGN ? [request, asWritten(request)] : [request];
}

/** The line with `~`, which no service has in its URLs. */
function asWritten(request: RequestFacts): RequestFacts {
  return { ...request, path: `/${ROOT_SIGN}${request.path}`, parameters: [], callable: false };
}

/** A function argument that refers to a value which the query does not contain. */
function aliasFault(url: string, path: string, queryText: string | null): UrlFault | null {
  const [alias] = aliasesWithoutValue(path, queryText);
  return alias === undefined ? null : { offset: url.indexOf(alias), found: `alias ${alias} without a value` };
}

/** Splits a documented URL; `stray` is unexpected text before the path. */
export function splitUrl(url: string): {
  readonly path: string;
  readonly queryText: string | null;
  readonly stray: string | null;
} {
  const host = HOST.exec(url)?.[0] ?? "";
  const afterHost = url.slice(host.length).replaceAll("\\", "/");
  const root = host === "" ? (ROOT.exec(afterHost)?.[0] ?? "") : "";
  const [rawPath, queryText] = splitQuery(afterHost.slice(root.length));
  const path = `/${rawPath.trim().replace(/^\/+|\/+$/g, "")}`;
  const stray = /[\\]/.test(url) || /docs/i.test(host) ? host + root : root !== "" ? root : null;
  return { path, queryText, stray };
}

/** The query begins at the first `?` outside parentheses, quotes and braces. */
function splitQuery(url: string): readonly [path: string, query: string | null] {
  let depth = 0;
  for (const [index, char] of [...url].entries()) {
    if (char === "{" || char === "(" || char === "<") depth++;
    else if (char === "}" || char === ")" || char === ">") depth = Math.max(0, depth - 1);
    else if (char === "?" && depth === 0) {
      const text = [...url];
      return [
        text.slice(0, index).join(""),
        text
          .slice(index + 1)
          .join("")
          .trim(),
      ];
    }
  }
  return [url, null];
}
