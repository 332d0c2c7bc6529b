import type { Shift } from "./point.ts";

/** Phrasing content and the point at which each of its lines begins, which in a quote is not column 1. */
export interface Span {
  readonly text: string;
  readonly lines: readonly Shift[];
}

/** Position of the reader in a span. */
export interface Reader extends Span {
  /** Whether brackets may refer to definitions. */
  readonly refers: boolean;
  at: number;
  line: number;
  /** Index of the current line's first character. */
  start: number;
}

/** `closed`: the end of the part was reached. `unknown`: only remark can parse this construct. */
export type Step = "read" | "closed" | "unknown";

/** Matches a sticky pattern at the current position. */
export function match(pattern: RegExp, { text, at }: Reader): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** Advances by a number of characters of the same line. @returns the points before and after them */
export function pass(reader: Reader, length: number): { readonly start: Shift; readonly end: Shift } {
  const start = pointAt(reader, reader.at);
  reader.at += length;
  return { start, end: pointAt(reader, reader.at) };
}

/** Point of a character of the current line. */
export function pointAt({ lines, line, start }: Reader, at: number): Shift {
  const place = lines[line] ?? { line: 1, column: 1, offset: 0 };
  return { line: place.line, column: place.column + at - start, offset: place.offset + at - start };
}
