import { builders } from "prettier/doc";
import { objectKey, stringLiteral } from "./escape.ts";
import { afterOperator, flatText, INDENT, listed, type Layout } from "./layout.ts";

const { group, ifBreak, indent, join, line } = builders;

/** Plain data that can be written as an expression. */
export type Value = string | number | boolean | null | undefined | readonly Value[] | { readonly [key: string]: Value };

/** Data that is written into modules, without numbers: Prettier fills lines with lists of them. */
export type Data = string | boolean | undefined | readonly Data[] | { readonly [key: string]: Data };

type Entry = readonly [key: string, value: Value];

/** Where data is written: in the code of a module, or in a comment, which Prettier does not format. */
interface Context {
  readonly isComment: boolean;
  /** Levels of data around it. */
  readonly depth: number;
  /** Columns, indentation included, that data may have before it is read line by line. */
  readonly width: number;
}

const READABLE_WIDTH = 80;
const CODE: Context = { isComment: false, depth: 0, width: READABLE_WIDTH };

/**
 * The layout of data as an expression in a module. An object that is too long to be read at a glance is broken, even
 * where the columns would allow it.
 */
export function valueLayout(value: Data): Layout {
  return layoutOf(value, CODE);
}

/**
 * Prints data as an expression in a comment: objects and lists that are too long to be read at a glance are broken.
 *
 * @param width columns that the expression has before it is broken
 */
export function commentValueText(value: Value, width = READABLE_WIDTH): string {
  return flatText(layoutOf(value, { isComment: true, depth: 0, width }));
}

function layoutOf(value: Value, context: Context): Layout {
  if (typeof value === "string") return stringLiteral(value);
  if (typeof value !== "object" || value === null) return String(value);
  if (isList(value)) return listLayout(value, context);
  const entries = entriesOf(value);
  if (entries.length === 0) return "{}";
  const lines = entries.map((entry) => group(entryLayoutIn(entry, context)));
  return objectLayout(lines, isLong(objectLayout(lines, false), context));
}

function isLong(layout: Layout, { depth, width }: Context): boolean {
  const text = flatText(layout);
  return text.includes("\n") || text.length + INDENT * depth > width;
}

/** The lines of an object, broken always or where they do not fit. */
export function objectLayout(lines: readonly Layout[], shouldBreak: boolean): Layout {
  return group(["{", indent([line, join([",", line], [...lines])]), ifBreak(","), line, "}"], { shouldBreak });
}

/** A key with its value in a module. */
export function entryLayout(key: string, value: Data): Layout {
  return entryLayoutIn([key, value], CODE);
}

/** A value moves to a line of its own only where that gains something. */
function entryLayoutIn([key, value]: Entry, context: Context): Layout {
  const name = objectKey(key);
  const layout = layoutOf(value, inside(context));
  const isShort = name.length < INDENT + 3;
  if (isShort || typeof value === "boolean") return group([name, ": ", layout]);
  if (typeof value === "string") return group([name, ":", group(indent([line, layout]))]);
  return group(afterOperator(name, ":", layout));
}

function listLayout(items: readonly Value[], context: Context): Layout {
  if (items.length === 0) return "[]";
  const layouts = items.map((item) => group(layoutOf(item, inside(context))));
  const isBroken = context.isComment ? isLong(listed("[", layouts, "]"), context) : isRichList(items);
  return listed("[", layouts, "]", { shouldBreak: isBroken });
}

function inside({ isComment, depth }: Context): Context {
  return { isComment, depth: depth + 1, width: READABLE_WIDTH };
}

/** Prettier gives each item a line where all are objects, or all are lists, with more than one item. */
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
