/** Whether a line is blank. The end of the text counts as a blank line. */
export function isBlank(line: string | undefined): boolean {
  return line === undefined || /^[ \t]*$/.test(line);
}

/** Length of a text without trailing spaces and tabs. A pattern would be quadratic in long runs of them. */
export function endOfWords(text: string): number {
  let end = text.length;
  while (end > 0 && isSpace(text.charCodeAt(end - 1))) end--;
  return end;
}

/** A text without surrounding spaces and tabs, and the number of leading ones; other white space is content. */
export function trimmed(text: string): { readonly text: string; readonly before: number } {
  const end = endOfWords(text);
  let start = 0;
  while (start < end && isSpace(text.charCodeAt(start))) start++;
  return { text: text.slice(start, end), before: start };
}

function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x09;
}

/** A cell of a table row: offsets in the line, `start` at the pipe before the cell. */
export interface CellSpan {
  readonly start: number;
  readonly end: number;
}

/** Splits a row that begins with a pipe; the last cell includes the closing pipe and everything after it. */
export function splitRow(line: string): readonly CellSpan[] {
  const last = endOfWords(line) - 1;
  const cells: CellSpan[] = [];
  for (let start = 0; start < line.length;) {
    const next = line.indexOf("|", start + 1);
    const end = next === -1 || next === last ? line.length : next;
    cells.push({ start, end });
    start = end;
  }
  return cells;
}

/** Label and URL of a definition on a line of its own; null for any other line. */
export function definitionIn(line: string): { readonly label: string; readonly url: string } | null {
  const [, label, url] = /^\[(\w+(?:[ .-]\w+)*)\]: ([^\s\p{Cc}()<>\\&]+)$/u.exec(line) ?? [];
  return label === undefined || url === undefined ? null : { label, url };
}

/** Index of the content of a block quote line, or the length of an empty one; null for any other line. */
export function quotedAt(line: string): number | null {
  return line.startsWith(">") ? (/^> ?(?:[ \t]*$)?/.exec(line)?.[0].length ?? null) : null;
}

/** Index of the content of a list item; null for any other line and for a task list item. */
export function itemAt(line: string): number | null {
  const at = /^[-*+] {1,4}(?! )/.exec(line)?.[0].length;
  return at === undefined || /^\[[ xX\t]\]/.test(line.slice(at)) ? null : at;
}
