/**
 * Finds a table that GFM does not accept because its delimiter row has another number of columns than its header.
 *
 * @param lines source lines of a paragraph
 * @returns the lines with the delimiter row cut to fit, and the index of that row; null when this is no such table
 */
export function repairTable(
  lines: readonly string[],
): { readonly lines: readonly string[]; readonly row: number } | null {
  const row = lines.findIndex((line, index) => index > 0 && /^\s*\|?(\s*:?-+:?\s*\|)+(\s*:?-+:?\s*)?$/.test(line));
  const header = row > 0 ? lines[row - 1] : undefined;
  if (header?.includes("|") !== true) return null;
  const columns = header
    .trim()
    .replace(/^\||\|$/g, "")
    .split(/(?<!\\)\|/).length;
  // As short as can be: where it is read as a row of cells all the same, their places are to lie in the source line.
  const delimiter = `|${Array.from({ length: columns }, () => "-").join("|")}|`;
  // A row that fits already stands where no table can, such as in the lazy lines of a quote.
  if (lines[row] === delimiter) return null;
  return { lines: lines.map((line, index) => (index === row ? delimiter : line)), row };
}
