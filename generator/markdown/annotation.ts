import { parse, printParseErrorCode, type ParseError } from "jsonc-parser";
import { createCollector, type Place, type Result } from "../diagnostics/diagnostic.ts";
import { faultOffset } from "../util/json-fault.ts";
import type { Annotation } from "./model.ts";

const COMMENT = /<!--([\s\S]*?)(?:-->|$)/g;

/** Members of annotations that state facts. */
const FACTS = ["@odata.type", "@type", "baseType", "keyProperty", "abstract", "openType", "isCollection", "blockType"];

/**
 * Reads the JSON annotations in HTML; comments without a JSON object are ignored.
 *
 * @param html value of an mdast `html` node
 * @param place place of its first character
 */
export function readAnnotations(html: string, place: Place): Result<readonly Annotation[]> {
  const collector = createCollector();
  const annotations: Annotation[] = [];
  for (const match of html.matchAll(COMMENT)) {
    const body = match[1] ?? "";
    if (!/^\s*\{/.test(body)) continue;
    const before = html.slice(0, match.index);
    const newlines = before.split("\n").length - 1;
    const column = newlines === 0 ? place.column + match.index : match.index - before.lastIndexOf("\n");
    annotations.push(collector.pipe(readAnnotation(body, { ...place, line: place.line + newlines, column })));
  }
  return collector.wrap(annotations);
}

function readAnnotation(body: string, place: Place): Result<Annotation> {
  const collector = createCollector();
  const errors: ParseError[] = [];
  const value: unknown = parse(body, errors, { allowTrailingComma: false });
  const values = value !== null && typeof value === "object" && !Array.isArray(value) ? { ...value } : {};
  const first = errors[0];
  if (first !== undefined) {
    const offset = faultOffset(body, first.offset);
    const lines = body.slice(0, offset).split("\n");
    const line = place.line + lines.length - 1;
    const column = lines.length === 1 ? place.column + 4 + offset : (lines.at(-1)?.length ?? 0) + 1;
    const reason = printParseErrorCode(first.error);
    const lost = FACTS.filter((name) => new RegExp(`(?<![\\w@.])${name}["'”]?\\s*:`).test(body) && !(name in values));
    const faultPlace = { ...place, line, column };
    if (lost.length === 0) collector.add("annotation-invalid", { reason }, faultPlace);
    else collector.add("annotation-unreadable", { reason, names: lost.join(", ") }, faultPlace);
  }
  return collector.wrap({ values, place });
}
