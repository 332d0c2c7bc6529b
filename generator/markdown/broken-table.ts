/**
 * Repairs a table that GFM rejects because its delimiter row and its header differ in the number of columns.
 *
 * @param lines source lines of a paragraph
 * @returns the lines with a matching delimiter row, and the index of that row; null for any other paragraph
 */
export function repairTable(
  lines: readonly string[],
): { readonly lines: readonly string[]; readonly row: number } | null {
  const row = lines.findIndex((line, index) => index > 0 && /^\s*\|?(\s*:?-+:?\s*\|)+(\s*:?-+:?\s*)?$/.test(line));
  const header = row > 0 ? lines[row - 1] : undefined;
  if (header?.includes("|") !== true) return null;
  const given = cellsOf(lines[row] ?? "").length;
  const titles = fitTitles(header, given, lines.slice(row + 1));
  const isFitted = titles.length === given;
  // The row is as short as possible: if it is parsed as cells, their places must lie inside the source line.
  const delimiter = `|${Array.from({ length: titles.length }, () => "-").join("|")}|`;
  const isChanged = isFitted && given !== cellsOf(header).length;
  // If the row already matches, a table cannot begin here, for example in the lazy lines of a block quote.
  if (lines[row] === delimiter && !isChanged) return null;
  const repaired = lines.with(row, delimiter);
  return { lines: isChanged ? repaired.with(row - 1, `|${titles.join("|")}|`) : repaired, row };
}

/** Titles of a header in which a pipe is missing or too many, which would shift them against the cells below them. */
function fitTitles(header: string, columns: number, rows: readonly string[]): readonly string[] {
  const titles = cellsOf(header);
  const isPiped = header.trimStart().startsWith("|");
  const named = titles.filter((title) => /[\p{L}\p{N}]/u.test(title));
  if (titles.length > columns && named.length === columns) return named;
  // A word in place of the first pipe.
  if (titles.length === columns + 1 && !isPiped && rows.every((row) => row.trimStart().startsWith("|")))
    return titles.slice(1);
  if (titles.length > columns) return titles;
  const cells = rows.filter((each) => each.includes("|")).map(cellsOf);
  const fitting = cells.filter(({ length }) => length === columns);
  // Where two titles became one, the columns at the end have none.
  if (fitting.length * 2 < cells.length) return titles;
  return Array.from({ length: columns }, (_, index) => titles[index] ?? "");
}

function cellsOf(line: string): readonly string[] {
  return line
    .trim()
    .replace(/^\||\|$/g, "")
    .split(/(?<!\\)\|/);
}
