import { createCollector, type Place, type Result } from "../../diagnostics/diagnostic.ts";
import type { Json } from "../../util/json.ts";
import { parseTolerantJson } from "../content/tolerant-json.ts";
import type { JsonText } from "../model.ts";

/** An HTTP message in an example fence. */
export type HttpMessage =
  | {
      readonly kind: "request";
      readonly method: string;
      readonly url: string;
      readonly headers: Readonly<Record<string, string>>;
      readonly body: Json;
      readonly bodyJson: JsonText | null;
    }
  | {
      readonly kind: "response";
      readonly status: number;
      readonly headers: Readonly<Record<string, string>>;
      readonly body: Json;
      readonly bodyJson: JsonText | null;
    };

const REQUEST = /^(GET|POST|PUT|PATCH|DELETE|OPTIONS|HEAD)\s+(\S.*)$/i;
const PROTOCOL = /(?<!\s)\s+HTTP\/[\d.]+$/i;
const STATUS = /^\s*(?:HTTP\s*(?:\/\s*[\d.]+)?\s+)(\d{3})\b/i;
const BARE_STATUS = /^\s*(\d{3})\s+[A-Z][\w ]*$/;
const HEADER = /^\s*([A-Za-z][\w-]*)\s*:\s*(.*)$/;

/**
 * Reads an HTTP message. Its first line decides whether it is a request or a response, not its annotation.
 *
 * @param text value of a fence
 * @param place place of the fence; the text begins on the next line
 * @param indent number of characters before each line of the text
 * @returns the message, or null for any other fence
 */
export function readHttpMessage(text: string, place: Place, indent = 0): Result<HttpMessage | null> {
  const collector = createCollector();
  const lines = text.split("\n");
  const start = lines.findIndex((line) => line.trim() !== "");
  const first = lines[start] ?? "";
  const request = REQUEST.exec(first.trim());
  const status = STATUS.exec(first) ?? BARE_STATUS.exec(first);
  if (request === null && status === null) return collector.wrap(null);
  const next = joinWrappedUrl(lines, start + 1, request !== null);
  const { headers, bodyStart } = readHeaders(lines, next.index);
  const bodyLines = cutNextMessage(lines.slice(bodyStart));
  const bodyPlace = { ...place, line: place.line + 1 + bodyStart, column: indent + 1 };
  const content = collector.pipe(readBody(bodyLines, headers, bodyPlace));
  if (request?.[1] !== undefined && request[2] !== undefined) {
    const url = `${request[2].replace(PROTOCOL, "")}${next.rest}`;
    return collector.wrap({ kind: "request", method: request[1].toUpperCase(), url, headers, ...content });
  }
  return collector.wrap({ kind: "response", status: Number(status?.[1]), headers, ...content });
}

/**
 * Reads a fence that contains only JSON, the body of the message in the fence before it.
 *
 * @returns the message with this body, or null if the fence contains anything else
 */
export function readSeparateBody(
  message: HttpMessage,
  text: string,
  place: Place,
  indent: number,
): Result<HttpMessage | null> {
  const bodyPlace = { ...place, line: place.line + 1, column: indent + 1 };
  const [content, diagnostics] = readBody(text.split("\n"), {}, bodyPlace);
  return content.bodyJson === null ? [null, []] : [{ ...message, ...content }, diagnostics];
}

/** A URL may continue on lines that begin with `?`, `&` or `/`. */
function joinWrappedUrl(
  lines: readonly string[],
  from: number,
  isRequest: boolean,
): { readonly rest: string; readonly index: number } {
  let index = from;
  let rest = "";
  while (isRequest && /^\s*[?&/]/.test(lines[index] ?? "")) rest += (lines[index++] ?? "").trim();
  return { rest, index };
}

/** Headers end at a blank line; blank lines before the first header, which some templates contain, are skipped. */
function readHeaders(
  lines: readonly string[],
  from: number,
): { readonly headers: Readonly<Record<string, string>>; readonly bodyStart: number } {
  const headers: [string, string][] = [];
  let index = from;
  while (index < lines.length) {
    const line = lines[index] ?? "";
    const header = HEADER.exec(line);
    if (header?.[1] !== undefined && !/^\s*[{["<]/.test(line)) headers.push([header[1], header[2]?.trim() ?? ""]);
    else if (line.trim() !== "" || headers.length > 0 || !HEADER.test(lines[index + 1] ?? "")) break;
    index++;
  }
  return { headers: Object.fromEntries(headers), bodyStart: index };
}

/** If a fence contains two messages, the body ends where the next message begins. */
function cutNextMessage(lines: readonly string[]): readonly string[] {
  const next = lines.findIndex(
    (line) => STATUS.test(line) || /^(?:GET|POST|PUT|PATCH|DELETE)\s+(?:https?:|\/)/.test(line),
  );
  return next === -1 ? lines : lines.slice(0, next);
}

interface Body {
  readonly body: Json;
  readonly bodyJson: JsonText | null;
}

function readBody(lines: readonly string[], headers: Readonly<Record<string, string>>, place: Place): Result<Body> {
  const collector = createCollector();
  const text = lines.join("\n");
  if (text.trim() === "") return collector.wrap({ body: null, bodyJson: null });
  const type = Object.entries(headers).find(([name]) => name.toLowerCase() === "content-type")?.[1] ?? "";
  // Words in braces are a placeholder for binary content.
  const looksLikeJson =
    /^\s*(?:\/\/.*\n\s*)*[{[]/.test(text) &&
    !/^\s*\{[\w ]*\w \w[\w ]*\}\s*$/.test(text) &&
    !/^(?:multipart|image\/|video\/|audio\/|text\/html|application\/(?:zip|octet))/i.test(type);
  if (!looksLikeJson) return collector.wrap({ body: text.trim(), bodyJson: null });
  const json = parseTolerantJson(text);
  const before = text.slice(0, json.offset).split("\n");
  const column = place.column + (before.at(-1)?.length ?? 0);
  const faultPlace = { ...place, line: place.line + before.length - 1, column };
  if (json.reason !== null) {
    const code = json.quality === "broken" ? "example-json-invalid" : "example-json-lenient";
    collector.add(code, { reason: json.reason }, faultPlace);
  }
  if (json.quality === "broken") return collector.wrap({ body: text.trim(), bodyJson: null });
  return collector.wrap({ body: json.value, bodyJson: { text, repaired: json.repaired, place } });
}
