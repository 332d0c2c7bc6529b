import { builders } from "prettier/doc";
import { objectKey, stringLiteral } from "./escape.ts";
import { afterOperator, INDENT, listed, type Layout } from "./layout.ts";
import { isBroken } from "./value-text.ts";

const { group, ifBreak, indent, join, line } = builders;

/** Data that is written into modules. Lists of numbers are not: Prettier fills lines with them. */
export type Data = string | boolean | undefined | readonly Data[] | { readonly [key: string]: Data };

type Entry = readonly [key: string, value: Data];

/**
 * The layout of data as an expression. An object that is long enough to be read line by line is broken, whatever the
 * columns would allow.
 *
 * @param depth levels of data around it
 */
export function valueLayout(value: Data, depth = 0): Layout {
  if (typeof value === "string") return stringLiteral(value);
  if (typeof value !== "object") return String(value);
  if (isList(value)) return listLayout(value, depth);
  const entries = entriesOf(value);
  if (entries.length === 0) return "{}";
  const lines = entries.map((entry) => group(entryLayout(entry, depth)));
  return objectLayout(lines, isBroken(value, depth));
}

/** The lines of an object, broken or where the columns ask for it. */
export function objectLayout(lines: readonly Layout[], shouldBreak: boolean): Layout {
  return group(["{", indent([line, join([",", line], [...lines])]), ifBreak(","), line, "}"], { shouldBreak });
}

/** A key with its value; only a text that is worth it moves to a line of its own. */
export function entryLayout([key, value]: Entry, depth: number): Layout {
  const name = objectKey(key);
  const layout = valueLayout(value, depth + 1);
  const isShort = name.length < INDENT + 3;
  if (isShort || typeof value === "boolean") return group([name, ": ", layout]);
  if (typeof value === "string") return group([name, ":", group(indent([line, layout]))]);
  return group(afterOperator(name, ":", layout));
}

function listLayout(items: readonly Data[], depth: number): Layout {
  if (items.length === 0) return "[]";
  const layouts = items.map((item) => group(valueLayout(item, depth + 1)));
  return listed("[", layouts, "]", { shouldBreak: items.length > 1 && items.every(isRich) });
}

/** A list of objects or lists with more than one item each has a line for each. */
function isRich(item: Data, _: number, [first]: readonly Data[]): boolean {
  if (typeof item !== "object") return false;
  if (isList(item)) return Array.isArray(first) && item.length > 1;
  return !Array.isArray(first) && entriesOf(item).length > 1;
}

function entriesOf(value: Readonly<Record<string, Data>>): readonly Entry[] {
  return Object.entries(value).filter(([, item]) => item !== undefined);
}

function isList(value: Data): value is readonly Data[] {
  return Array.isArray(value);
}
