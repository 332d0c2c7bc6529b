import { objectKey, stringLiteral } from "./escape.ts";

/** Plain data that can be written as an expression. */
export type Value = string | number | boolean | null | undefined | readonly Value[] | { readonly [key: string]: Value };

const WIDTH = 80;

function wrap(open: string, parts: readonly string[], close: string, depth: number, width = WIDTH): string {
  if (parts.length === 0) return open + close;
  const space = open === "{" ? " " : "";
  const line = `${open}${space}${parts.join(", ")}${space}${close}`;
  if (line.length + 2 * depth <= width && !line.includes("\n")) return line;
  const indent = "  ".repeat(depth + 1);
  return `${open}\n${parts.map((part) => `${indent}${part},\n`).join("")}${"  ".repeat(depth)}${close}`;
}

/** Whether `valueText` breaks an object. */
export function isBroken(value: Value, depth: number): boolean {
  return valueText(value, depth).includes("\n");
}

/**
 * Writes data as an expression, close to how prettier would break it.
 *
 * @param depth levels of indentation around the expression
 * @param width columns that an object has before it is broken
 */
export function valueText(value: Value, depth = 0, width = WIDTH): string {
  if (typeof value === "string") return stringLiteral(value);
  if (typeof value !== "object" || value === null) return String(value);
  if (Array.isArray(value)) {
    return wrap(
      "[",
      value.map((item: Value) => valueText(item, depth + 1)),
      "]",
      depth,
    );
  }
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  const parts = entries.map(([key, item]) => `${objectKey(key)}: ${valueText(item, depth + 1)}`);
  return wrap("{", parts, "}", depth, width);
}
