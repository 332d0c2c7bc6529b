import { bodyOf, cellsOf, fenceOf, findLine, rowsOf, sectionOf, type Lines, type Range } from "./text.ts";

const PROPERTIES = /^## Properties\s*$/;
export const METHODS = /^## Methods\s*$/;
export const LINK = /\]\(([\w-]+\.md)\)/;

export const properties = (lines: Lines): readonly number[] => rowsOf(lines, PROPERTIES, 3);

/** The first row of the properties for which something holds; the properties are those of the type itself. */
export function property(lines: Lines, holds: (cells: readonly string[]) => boolean): number {
  return (
    properties(lines).find((row) => {
      const cells = cellsOf(lines[row] ?? "");
      return /^\w+$/.test(cells[0]?.trim() ?? "") && !/inherit|deprecated/i.test(cells[2] ?? "") && holds(cells);
    }) ?? -1
  );
}

export const isText = (cells: readonly string[]): boolean => cells[1]?.trim() === "String" && cells[0]?.trim() !== "id";

export function sketchOf(lines: Lines): Range | null {
  const at = sectionOf(lines, /^## JSON representation\s*$/);
  return bodyOf(lines, fenceOf(lines, /^\{\s*$/, at));
}

/** A property of text that the JSON representation shows on a line of its own: the row and the line. */
export function shownProperty(lines: Lines): { readonly row: number; readonly line: number } | null {
  const sketch = sketchOf(lines);
  if (sketch === null) return null;
  const lineOf = (name: string) => findLine(lines, new RegExp(`^\\s+"${name}": "String",$`), sketch);
  const row = property(lines, (cells) => isText(cells) && lineOf(cells[0]?.trim() ?? "") !== -1);
  return row === -1 ? null : { row, line: lineOf(cellsOf(lines[row] ?? "")[0]?.trim() ?? "") };
}

/** A link in the paragraphs between the title and the first heading. */
export const introduced = (lines: Lines): number =>
  findLine(lines, LINK, [findLine(lines, /^# /), Math.max(0, findLine(lines, /^## /))]);

export function enumRows(lines: Lines): readonly number[] {
  const header = findLine(lines, /^\|\s*Members?\s*\|/i);
  const from = header + 2;
  const end = lines.findIndex((line, index) => index >= from && !line.startsWith("|"));
  return header === -1 ? [] : Array.from({ length: Math.max(0, end - from) }, (_, index) => from + index);
}
