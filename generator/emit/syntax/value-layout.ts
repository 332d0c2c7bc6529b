import { builders } from "prettier/doc";
import { objectKey, stringLiteral } from "./escape.ts";
import { afterOperator, flatText, INDENT, listed, type PrettierDoc } from "./layout.ts";

const { group, ifBreak, indent, join, line } = builders;

/** Plain data that can be written as an expression. */
export type Value = string | number | boolean | null | undefined | readonly Value[] | { readonly [key: string]: Value };

/** Data in modules. Numbers are excluded, because Prettier fills lines with lists of numbers. */
export type Data = string | boolean | null | undefined | readonly Data[] | { readonly [key: string]: Data };

type Entry = readonly [key: string, value: Value];

/** Where data is printed: in the code of a module, or in a comment, which Prettier does not format. */
interface Context {
  readonly isComment: boolean;
  /** Levels of data around it. */
  readonly depth: number;
  /** Columns, including indentation, up to which data is on one line. */
  readonly width: number;
}

const READABLE_WIDTH = 80;
const CODE: Context = { isComment: false, depth: 0, width: READABLE_WIDTH };

/** The layout of data as an expression in a module. Long objects are broken for readability, even if they fit. */
export function valueLayout(value: Data): PrettierDoc {
  return layoutOf(value, CODE);
}

/**
 * Prints data as an expression in a comment, with long objects and lists broken.
 *
 * @param width columns up to which the expression is on one line
 */
export function commentValueText(value: Value, width = READABLE_WIDTH): string {
  return flatText(layoutOf(value, { isComment: true, depth: 0, width }));
}

function layoutOf(value: Value, context: Context): PrettierDoc {
  if (typeof value === "string") return stringLiteral(value);
  if (typeof value !== "object" || value === null) return String(value);
  if (isList(value)) return listLayout(value, context);
  const entries = entriesOf(value);
  if (entries.length === 0) return "{}";
  const lines = entries.map((entry) => group(entryLayoutIn(entry, context)));
  return objectLayout(lines, isLong(objectLayout(lines, false), context));
}

function isLong(layout: PrettierDoc, { depth, width }: Context): boolean {
  const text = flatText(layout);
  return text.includes("\n") || text.length + INDENT * depth > width;
}

/** An object with the given lines, broken either always or only if it does not fit. */
export function objectLayout(lines: readonly PrettierDoc[], shouldBreak: boolean): PrettierDoc {
  return group(["{", indent([line, join([",", line], [...lines])]), ifBreak(","), line, "}"], { shouldBreak });
}

/** An object with the given lines, broken if it is long. */
export function readableObject(lines: readonly PrettierDoc[]): PrettierDoc {
  return objectLayout(lines, isLong(objectLayout(lines, false), CODE));
}

/** A property of an object in a program of the README, which Prettier formats if it contains a list of numbers. */
export function exampleEntry(key: string, value: Value): PrettierDoc {
  return group(entryLayoutIn([key, value], CODE));
}

/** A property of an object in a module. */
export function entryLayout(key: string, value: Data): PrettierDoc {
  return entryLayoutIn([key, value], CODE);
}

/** A value moves to the next line only if that saves columns. */
function entryLayoutIn([key, value]: Entry, context: Context): PrettierDoc {
  const name = objectKey(key);
  const layout = layoutOf(value, inside(context));
  const isShort = name.length < INDENT + 3;
  if (isShort || typeof value === "boolean") return group([name, ": ", layout]);
  if (typeof value === "string") return group([name, ":", group(indent([line, layout]))]);
  return group(afterOperator(name, ":", layout));
}

function listLayout(items: readonly Value[], context: Context): PrettierDoc {
  if (items.length === 0) return "[]";
  const layouts = items.map((item) => group(layoutOf(item, inside(context))));
  const isBroken = context.isComment ? isLong(listed("[", layouts, "]"), context) : isRichList(items);
  return listed("[", layouts, "]", { shouldBreak: isBroken });
}

function inside({ isComment, depth }: Context): Context {
  return { isComment, depth: depth + 1, width: READABLE_WIDTH };
}

/** Prettier puts each item on its own line if all are objects, or all are lists, with more than one item. */
function isRichList(items: readonly Value[]): boolean {
  return items.length > 1 && items.every(isRich);
}

function isRich(item: Value, _: number, [first]: readonly Value[]): boolean {
  if (typeof item !== "object" || item === null) return false;
  if (isList(item)) return Array.isArray(first) && item.length > 1;
  return !Array.isArray(first) && entriesOf(item).length > 1;
}

function entriesOf(value: Readonly<Record<string, Value>>): readonly Entry[] {
  return Object.entries(value).filter(([, item]) => item !== undefined);
}

function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}
