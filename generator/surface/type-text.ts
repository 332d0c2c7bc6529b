import type { Pair } from "../diff/model.ts";
import type { Relation } from "../diff/view/relation.ts";

/** A string literal, or a name of TypeScript. */
const TOKEN = /"(?:[^"\\]|\\.)*"|[\w$]+/g;

/** Replaces names in the text of a type. */
export function renameIn(text: string, names: ReadonlyMap<string, string>): string {
  return text.replace(TOKEN, (token) => names.get(token) ?? token);
}

/** The names that the text of a type refers to. */
export function namesIn(text: string): readonly string[] {
  return (text.match(TOKEN) ?? []).filter((token) => !token.startsWith('"'));
}

/** Types of the runtime that are other names of `string` and, unless a program chooses another type, of `number`. */
const ALIASES: ReadonlyMap<string, string> = new Map([
  ...["BinaryString", "DateString", "DateTimeString", "DurationString", "GuidString", "TimeString"].map(
    (name) => [name, "string"] as const,
  ),
  ["Int64", "number"],
]);

/**
 * Relates two types by their text, as sets of values.
 *
 * @param enums names of enums, whose values are text
 */
export function relateTexts({ before, after }: Pair<string>, enums: ReadonlySet<string>): Relation {
  const was = valuesOf(before);
  const is = valuesOf(after);
  const grew = !was.has("unknown") && [...is].some((part) => !accepts(was, part, enums));
  const shrank = !is.has("unknown") && [...was].some((part) => !accepts(is, part, enums));
  if (!grew && !shrank) return "same";
  if (grew && shrank) return "other";
  return grew ? "wider" : "narrower";
}

/** The alternatives of a type. Lists and promises are compared by their items. */
function valuesOf(text: string): ReadonlySet<string> {
  return new Set(alternativesOf(text).map((part) => ALIASES.get(part) ?? part));
}

function accepts(values: ReadonlySet<string>, part: string, enums: ReadonlySet<string>): boolean {
  if (values.has(part) || values.has("unknown")) return true;
  if (values.has("string") && (part.startsWith('"') || enums.has(part))) return true;
  const item = /^(.*)\[\]$/s.exec(part)?.[1];
  if (item === undefined) return false;
  const items = [...values].flatMap((value) => /^(.*)\[\]$/s.exec(value)?.[1] ?? []);
  return alternativesOf(unwrapped(item)).every((each) =>
    items.some((value) => accepts(valuesOf(unwrapped(value)), ALIASES.get(each) ?? each, enums)),
  );
}

function unwrapped(text: string): string {
  return /^\((.*)\)$/s.exec(text)?.[1] ?? text;
}

/** Splits a union at its own bars. */
function alternativesOf(text: string): readonly string[] {
  const parts: string[] = [];
  let depth = 0;
  let part = "";
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"| \| |[\s\S]/g)) {
    if (/^[<({[]$/.test(token)) depth += 1;
    if (/^[>)}\]]$/.test(token)) depth -= 1;
    if (token === " | " && depth === 0) {
      parts.push(part);
      part = "";
    } else {
      part += token;
    }
  }
  return [...parts, part];
}
