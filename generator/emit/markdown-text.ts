import { commentLine } from "./escape.ts";

/** A fence that is longer than any run of its own sign in the text. */
function delimiter(text: string, shortest: number): string {
  const runs = text.match(/`+/g) ?? [];
  return "`".repeat(Math.max(shortest - 1, ...runs.map((run) => run.length)) + 1);
}

/**
 * Writes a text as a code span, for a paragraph or a table cell.
 *
 * @returns a span that nothing in the text can end
 */
export function codeSpan(text: string): string {
  const line = commentLine(text).replaceAll("|", "\\|");
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

/** Writes a table; the cells are Markdown. */
export function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return [line(header), line(header.map(() => "---")), ...rows.map(line)].join("\n");
}
