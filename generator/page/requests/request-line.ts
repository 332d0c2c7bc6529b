import { createCollector, type Place, type Result } from "../../diagnostics/diagnostic.ts";
import type { HttpMethod, RequestFacts } from "../model.ts";
import { readPathParameters } from "./placeholders.ts";

const REQUEST_LINE = /^(GET|POST|PUT|PATCH|DELETE)\s+(\S.*)$/i;
const PROTOCOL = /(?<!\s)\s+HTTP\/[\d.]+$/i;
/** Services do not accept longer URLs. */
const LONGEST_LINE = 8192;
/** Host, followed by a version or by `docs\api`, which some templates contain. */
const HOST = /^https?:\/\/[^/\\\s]+(?:[/\\](?:v1\.0|v1|beta|docs[/\\]api)(?=[/\\]|$))?/i;
const VERSION = /^\/?(?:v1\.0|beta)(?=\/)/i;

/** Splits `METHOD url` into its parts; null for any other line. */
export function splitRequestLine(line: string): { readonly method: HttpMethod; readonly url: string } | null {
  const match = line.length > LONGEST_LINE ? null : REQUEST_LINE.exec(line.trim());
  if (match?.[1] === undefined || match[2] === undefined) return null;
  return { method: toMethod(match[1].toUpperCase()), url: match[2].replace(PROTOCOL, "") };
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
 * Reads one line of an HTTP block: the path below the version, the fixed query and the placeholders.
 *
 * @param line the source line
 * @param place place of the line
 * @param argumentNames documented function parameters, whose sample values are placeholders
 * @returns the request, or null for any other line
 */
export function readRequestLine(
  line: string,
  place: Place,
  argumentNames: ReadonlySet<string>,
): Result<RequestFacts | null> {
  const collector = createCollector();
  const split = splitRequestLine(line);
  if (split === null) return collector.wrap(null);
  const { path, queryText, stray } = splitUrl(split.url);
  if (stray !== null) collector.add("request-host", { text: stray, path }, place);
  if (path.includes("/.../")) collector.add("request-ellipsis", { path }, place);
  const parameters = readPathParameters(path, argumentNames);
  return collector.wrap({ method: split.method, path, queryText, parameters, source: place });
}

/** Splits a documented URL; `stray` is unexpected text before the path. */
export function splitUrl(url: string): {
  readonly path: string;
  readonly queryText: string | null;
  readonly stray: string | null;
} {
  const host = HOST.exec(url)?.[0] ?? "";
  const afterHost = url.slice(host.length).replaceAll("\\", "/");
  const version = host === "" ? (VERSION.exec(afterHost)?.[0] ?? "") : "";
  const [rawPath, queryText] = splitQuery(afterHost.slice(version.length));
  const path = `/${rawPath.trim().replace(/^\/+|\/+$/g, "")}`;
  const stray = /[\\]/.test(url) || /docs/i.test(host) ? host + version : version !== "" ? version : null;
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
