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
  const titles = cellsOf(header);
  const named = titles.filter((title) => title.trim() !== "");
  const given = cellsOf(lines[row] ?? "").length;
  // A pipe too many in the header would shift its titles against the cells below them.
  const isShifted = given < titles.length && given === named.length;
  const columns = isShifted ? given : titles.length;
  // The row is as short as possible: if it is parsed as cells, their places must lie inside the source line.
  const delimiter = `|${Array.from({ length: columns }, () => "-").join("|")}|`;
  // If the row already matches, a table cannot begin here, for example in the lazy lines of a block quote.
  if (lines[row] === delimiter && !isShifted) return null;
  const repaired = lines.with(row, delimiter);
  return { lines: isShifted ? repaired.with(row - 1, `|${named.join("|")}|`) : repaired, row };
}

function cellsOf(line: string): readonly string[] {
  return line
    .trim()
    .replace(/^\||\|$/g, "")
    .split(/(?<!\\)\|/);
}
