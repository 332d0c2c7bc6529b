/** Whether a line says nothing; the end of a text does not either. */
export function isBlank(line: string | undefined): boolean {
  return line === undefined || /^[ \t]*$/.test(line);
}

/** Length of a text without the spaces and tabs at its end; a pattern would try each run of them. */
export function endOfWords(text: string): number {
  let end = text.length;
  while (end > 0 && isSpace(text.charCodeAt(end - 1))) end--;
  return end;
}

/** A text without the spaces and tabs around it, and how many stood before it; other white space is content. */
export function trimmed(text: string): { readonly text: string; readonly before: number } {
  const end = endOfWords(text);
  let start = 0;
  while (start < end && isSpace(text.charCodeAt(start))) start++;
  return { text: text.slice(start, end), before: start };
}

function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x09;
}

/** A part of a table row between two pipes: offsets in the line, `start` at the pipe before it. */
export interface CellSpan {
  readonly start: number;
  readonly end: number;
}

/** Splits a row that begins with a pipe; the last cell has the closing pipe and all that follows it. */
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

/** The label and the target of a reference-style link, in a line of its own; null where the line says more. */
export function definitionIn(line: string): { readonly label: string; readonly url: string } | null {
  const [, label, url] = /^\[(\w+(?:[ .-]\w+)*)\]: ([^\s\p{Cc}()<>\\&]+)$/u.exec(line) ?? [];
  return label === undefined || url === undefined ? null : { label, url };
}

/** Where the words of a quoted line begin; its length where it has none, null where it is no line of a quote. */
export function quotedAt(line: string): number | null {
  return line.startsWith(">") ? (/^> ?(?:[ \t]*$)?/.exec(line)?.[0].length ?? null) : null;
}

/** Where the words of a list item begin; null where the line is none, or one with a box to tick. */
export function itemAt(line: string): number | null {
  const at = /^[-*+] {1,4}(?! )/.exec(line)?.[0].length;
  return at === undefined || /^\[[ xX\t]\]/.test(line.slice(at)) ? null : at;
}
