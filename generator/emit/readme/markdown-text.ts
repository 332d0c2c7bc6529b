import { commentLine } from "../syntax/escape.ts";
import { fits } from "../syntax/layout.ts";

/** A run of backticks that is longer than any in the text. */
function delimiter(text: string, shortest: number): string {
  const runs = text.match(/`+/g) ?? [];
  return "`".repeat(Math.max(shortest - 1, ...runs.map((run) => run.length)) + 1);
}

/**
 * Writes text as a code span, for a paragraph or a table cell.
 *
 * @returns a span whose delimiter does not occur in the text
 */
export function codeSpan(text: string): string {
  // A table splits at a bar unless a backslash escapes it, and two backslashes escape each other.
  const line = commentLine(text).replace(/\\*\|/g, (bar) => `${bar.slice(0, -1).repeat(2)}\\|`);
  if (line === "") return "(empty)";
  const ticks = delimiter(line, 1);
  const space = line.startsWith("`") || line.endsWith("`") ? " " : "";
  return `${ticks}${space}${line}${space}${ticks}`;
}

/** Writes code as a fenced block. */
export function codeBlock(language: string, ...lines: readonly string[]): string {
  const code = lines.join("\n");
  const ticks = delimiter(code, 3);
  return `${ticks}${language}\n${code}\n${ticks}`;
}

/** Writes a list of points. */
export function bulletList(...points: readonly string[]): string {
  return points.map((point) => `- ${point}`).join("\n");
}

/** Writes blocks that a reader opens with a click. */
export function collapsed(title: string, blocks: readonly string[]): readonly string[] {
  return [`<details>\n<summary>${title}</summary>`, ...blocks, "</details>"];
}

/** The anchor that GitHub and npm give a heading of plain words. */
function anchorOf(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\w -]/g, "")
    .replaceAll(" ", "-");
}

/** Writes a link to a heading of the same page. */
export function headingLink(title: string): string {
  return `[${title}](#${anchorOf(title)})`;
}

/** Writes a table. Like Prettier, it pads the cells to the width of their columns only if the lines fit. */
export function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = header.map((name, column) =>
    Math.max(3, ...[name, ...rows.map((row) => row[column] ?? "")].map(widthOf)),
  );
  const isAligned = fits(line(widths.map((width) => "-".repeat(width))));
  const cell = (text: string, column: number): string => (isAligned ? text.padEnd(widths[column] ?? 0) : text);
  const rule = widths.map((width) => "-".repeat(isAligned ? width : 3));
  return [header.map(cell), rule, ...rows.map((row) => row.map(cell))].map(line).join("\n");
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |`;
}

function widthOf({ length }: string): number {
  return length;
}
