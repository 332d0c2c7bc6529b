import type { Shift } from "./point.ts";

/** The lines of a text. */
export interface Layout {
  readonly lines: readonly string[];
  /** Offset of each line's first character. */
  readonly starts: readonly number[];
}

/** Splits a text into lines. */
export function layOut(text: string): Layout {
  const lines = text.split("\n");
  const starts: number[] = [];
  let offset = 0;
  for (const line of lines) {
    starts.push(offset);
    offset += line.length + 1;
  }
  return { lines, starts };
}

/** The point of a character of a line, both counted from 0. */
export function pointAt({ starts }: Layout, line: number, character: number): Shift {
  return { line: line + 1, column: character + 1, offset: (starts[line] ?? 0) + character };
}

/** Text of a line, or "" past the end. */
export function lineAt({ lines }: Layout, line: number): string {
  return lines[line] ?? "";
}

/** The point after a line's last character. */
export function lineEnd(page: Layout, line: number): Shift {
  return pointAt(page, line, lineAt(page, line).length);
}

/** The point after the last character. */
export function endOf(page: Layout): Shift {
  return lineEnd(page, page.lines.length - 1);
}

/** Text of the lines from `from` up to, but not including, `to`. */
export function textOf({ lines }: Layout, from: number, to: number): string {
  return to === from + 1 ? (lines[from] ?? "") : lines.slice(from, to).join("\n");
}
