import { getNodeValue, parseTree, printParseErrorCode, type ParseError } from "jsonc-parser";
import { faultOffset } from "../../util/json-fault.ts";
import { toJson, type Json } from "../../util/json.ts";

/** JSON of a page: its value and the first fault of its text. */
export interface TolerantJson {
  readonly value: Json;
  /** `strict`: valid JSON; `lenient`: with comments, trailing commas or repairs; `broken`: not readable. */
  readonly quality: "strict" | "lenient" | "broken";
  readonly reason: string | null;
  /** Offset of the first fault in the text. */
  readonly offset: number;
  /** Repaired text with unchanged offsets, or null if no repair was necessary. */
  readonly repaired: string | null;
}

/**
 * Parses JSON as docs contain it: with comments, trailing commas, typographic quotes and line endings in strings.
 *
 * @param text JSON text
 */
export function parseTolerantJson(text: string): TolerantJson {
  try {
    return parseInTurn(text);
  } catch (error) {
    // Very deep nesting exhausts the stack of the parser.
    const reason = error instanceof Error ? error.message : String(error);
    return { value: null, quality: "broken", reason, offset: 0, repaired: null };
  }
}

/** Tries strict JSON, then lenient JSON, then repaired JSON. */
function parseInTurn(text: string): TolerantJson {
  const strict = parseWith(text, true);
  if (strict.first === undefined)
    return { value: strict.value, quality: "strict", reason: null, offset: 0, repaired: null };
  const reason = printParseErrorCode(strict.first.error);
  const offset = faultOffset(text, strict.first.offset);
  const lenient = parseWith(text, false);
  if (lenient.first === undefined) return { value: lenient.value, quality: "lenient", reason, offset, repaired: null };
  const repaired = repair(text);
  const third = parseWith(repaired, false);
  if (third.first === undefined) return { value: third.value, quality: "lenient", reason, offset, repaired };
  return { value: strict.value, quality: "broken", reason, offset, repaired: null };
}

function parseWith(text: string, strict: boolean): { readonly value: Json; readonly first: ParseError | undefined } {
  const errors: ParseError[] = [];
  // The values of a tree are objects without a prototype, so that a member may be named `__proto__`.
  const tree = parseTree(text, errors, { allowTrailingComma: !strict, disallowComments: strict });
  const value: unknown = tree === undefined ? null : getNodeValue(tree);
  return { value: toJson(value), first: errors[0] };
}

/**
 * Repairs common faults: a first brace that is missing, curly quotes, missing commas between lines, ellipses, control
 * characters in strings, and lines of Markdown such as a heading or a footnote. Each replacement has the same length, so
 * that offsets in the result are offsets in the page.
 */
function repair(text: string): string {
  return text
    .replace(/^\s(?=\s*"\w*"\s*:)/, "{")
    .replace(/[“”]/g, '"')
    .replace(/"(?:[^"\\]|\\.)*(?:"|$)/gs, (string) => string.replace(/[\n\t]/g, " "))
    .replace(/^[^\S\n]*(?:(?:\.\.\.|…),?[^\S\n]*|(?:\[\^|#|>|---|\|).*)$/gm, (line) => " ".repeat(line.length))
    .replace(/(["\d\]}]|\b(?:true|false|null))([^\S\n]*)\n(?=\s*["{[])/g, "$1$2,");
}
