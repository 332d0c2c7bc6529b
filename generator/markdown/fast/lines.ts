import type { Shift } from "./point.ts";

/** A text in lines. */
export interface Layout {
  readonly lines: readonly string[];
  /** Offset of each line's first character. */
  readonly starts: readonly number[];
}

/** Takes a text apart at its line ends. */
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

/** The point at a character of a line, both counted from 0. */
export function pointAt({ starts }: Layout, line: number, character: number): Shift {
  return { line: line + 1, column: character + 1, offset: (starts[line] ?? 0) + character };
}

/** A line's text; "" for one that is not there. */
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

/** Text of some lines, the last one not included. */
export function textOf({ lines }: Layout, from: number, to: number): string {
  return to === from + 1 ? (lines[from] ?? "") : lines.slice(from, to).join("\n");
}
