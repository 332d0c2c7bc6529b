import type { Shift } from "./point.ts";

/** Phrasing content and where each of its lines begins: in a quote that is not the margin. */
export interface Span {
  readonly text: string;
  readonly lines: readonly Shift[];
}

/** What is left to read. */
export interface Reader extends Span {
  /** Brackets may refer to definitions. */
  readonly refers: boolean;
  at: number;
  line: number;
  /** Index of the current line's first character. */
  start: number;
}

/** `closed`: what ends the part was found. `unknown`: only the parser can tell what stands here. */
export type Step = "read" | "closed" | "unknown";

/** What a sticky pattern finds at this point. */
export function match(pattern: RegExp, { text, at }: Reader): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** Goes on by some characters of the same line. */
export function pass(reader: Reader, length: number): { readonly start: Shift; readonly end: Shift } {
  const start = pointAt(reader, reader.at);
  reader.at += length;
  return { start, end: pointAt(reader, reader.at) };
}

/** The place of a character of the current line. */
export function pointAt({ lines, line, start }: Reader, at: number): Shift {
  const place = lines[line] ?? { line: 1, column: 1, offset: 0 };
  return { line: place.line, column: place.column + at - start, offset: place.offset + at - start };
}
