import { parse, printParseErrorCode, type ParseError } from "jsonc-parser";
import { faultOffset } from "../../util/json-fault.ts";
import { toJson, type Json } from "../../util/json.ts";

/** JSON read from a page: its value, and what was wrong with the text. */
export interface TolerantJson {
  readonly value: Json;
  /** `strict`: valid JSON; `lenient`: comments, trailing commas or the like; `broken`: nothing to rely on. */
  readonly quality: "strict" | "lenient" | "broken";
  readonly reason: string | null;
  /** Offset of the first fault in the text. */
  readonly offset: number;
  /** The text that was read where faults had to be mended, in which everything has its old offset; else null. */
  readonly mended: string | null;
}

/**
 * Parses JSON as docs write it: comments, trailing commas, typographic quotes and raw line ends in strings are read.
 *
 * @param text JSON text
 */
export function parseTolerantJson(text: string): TolerantJson {
  try {
    return parseInTurn(text);
  } catch (error) {
    // Nesting without end exhausts the parser; the text is kept as it stands.
    const reason = error instanceof Error ? error.message : String(error);
    return { value: null, quality: "broken", reason, offset: 0, mended: null };
  }
}

/** Strictly, else leniently, else mended. */
function parseInTurn(text: string): TolerantJson {
  const strict = parseWith(text, true);
  if (strict.first === undefined)
    return { value: strict.value, quality: "strict", reason: null, offset: 0, mended: null };
  const reason = printParseErrorCode(strict.first.error);
  const offset = faultOffset(text, strict.first.offset);
  const lenient = parseWith(text, false);
  if (lenient.first === undefined) return { value: lenient.value, quality: "lenient", reason, offset, mended: null };
  const mended = mend(text);
  const repaired = parseWith(mended, false);
  if (repaired.first === undefined) return { value: repaired.value, quality: "lenient", reason, offset, mended };
  return { value: strict.value, quality: "broken", reason, offset, mended: null };
}

function parseWith(text: string, strict: boolean): { readonly value: Json; readonly first: ParseError | undefined } {
  const errors: ParseError[] = [];
  const value: unknown = parse(text, errors, { allowTrailingComma: !strict, disallowComments: strict });
  return { value: toJson(value), first: errors[0] };
}

/**
 * Mends what authors paste: curly quotes, missing commas between lines, ellipses, control characters in strings.
 * Each is replaced by as many characters, so that what is found later can be shown in the page.
 */
function mend(text: string): string {
  return text
    .replace(/[“”]/g, '"')
    .replace(/"(?:[^"\\]|\\.)*(?:"|$)/gs, (string) => string.replace(/[\n\t]/g, " "))
    .replace(/^[^\S\n]*(?:\.\.\.|…),?[^\S\n]*$/gm, (line) => " ".repeat(line.length))
    .replace(/(["\d\]}]|\b(?:true|false|null))([^\S\n]*)\n(?=\s*["{[])/g, "$1$2,");
}
