import { createCollector, type Result } from "../../diagnostics/diagnostic.ts";
import type { Phrase, TableBlock } from "../../markdown/model.ts";

/** `wood en`, a name of two or three words; "and" joins two names. */
const TORN = /^[A-Za-z_][\w.-]*(?: (?!(?:and|or) )[\w.-]*\w){1,2}$/;
/** A single word, as the names of most tables are. */
const SINGLE = /^[@$]?[A-Za-z_][\w.-]*$/;

/**
 * Reports names with a space in a table whose other names have none. A name of two words is valid, but among single
 * words it is one that was torn apart.
 *
 * @param column the column of the names
 */
export function reportTornNames({ header, rows }: TableBlock, column: number): Result<null> {
  const collector = createCollector();
  // A row of one cell is a heading of the rows below it.
  const isHeading = (cells: readonly Phrase[]) => cells.every(({ text }, index) => index === column || text === "");
  const named = rows.filter(({ cells }) => header.length === 1 || !isHeading(cells));
  const cells = named.flatMap((row) => row.cells[column] ?? []);
  const torn = cells.filter(({ text }) => TORN.test(bare(text)));
  if (torn.length > 1 && torn.length * 2 > cells.length) return [null, []];
  const others = cells.filter((cell) => !torn.includes(cell));
  if (others.filter(({ text }) => SINGLE.test(bare(text))).length * 2 < others.length) return [null, []];
  for (const { text, place } of torn) collector.add("name-torn", { text: bare(text) }, place);
  return collector.wrap(null);
}

/** A cell without marks around the name and without a remark after it. */
function bare(text: string): string {
  return text
    .replace(/^[*_`'"]+|[*_`'":]+$/g, "")
    .replace(/\s*\([^()]*\)$/, "")
    .trim();
}
