import { operationsOf, type PropertyFacts } from "../../../page/model.ts";
import { groupBy } from "../../../util/group.ts";
import type { LintPage } from "../../model.ts";
import { lineAt } from "../../place.ts";
import { pageRule, type Report } from "../../rule.ts";

export const propertyRowTwice = pageRule({
  name: "property-row-twice",
  severity: "warning",
  message: "Unexpected second row for {name}, expected one",
  description: "A table describes a property twice.",
  why: "If the two rows differ, it is unclear which one is right.",
  advice: "Remove one of the rows. `--fix` does this for identical rows.",
  example: {
    page: "resources/boat.md",
    ok: "|length|Int32|Length in metres.|",
    notOk: "|length|Int32|Length in metres.|\n|length|Int32|Length in metres.|",
  },
  check: (page) =>
    [
      ...page.page.types.map(({ properties }) => properties),
      ...operationsOf(page.page).map(({ requestBody }) => requestBody?.properties ?? []),
    ].flatMap((properties) => repeatedRows(page, properties)),
});

function repeatedRows(
  page: LintPage,
  properties: readonly PropertyFacts[],
): readonly Report<{ readonly name: string }>[] {
  const rows = groupBy(properties, ({ name, relationship }) => `${name} ${relationship}`);
  return [...rows.values()].flatMap(([first, ...others]) =>
    first === undefined ? [] : others.flatMap((row) => second(page, row, first)),
  );
}

/** Rows of different tables may describe different cases, so only rows of the same table are compared. */
function second(
  page: LintPage,
  row: PropertyFacts,
  first: PropertyFacts,
): readonly Report<{ readonly name: string }>[] {
  if (!isSameTable(page, first, row)) return [];
  const related = [{ message: "first here", place: first.source }];
  const found = { params: { name: row.name }, place: row.source, related };
  const line = lineAt(page, row.source);
  if (line !== lineAt(page, first.source) || line === "") return [found];
  const place = { ...row.source, column: 1 };
  return [{ ...found, fix: { place, before: `${line}\n`, after: "" } }];
}

function isSameTable({ lines, path }: LintPage, { source }: PropertyFacts, { source: later }: PropertyFacts): boolean {
  if (source.file !== path || later.file !== path) return false;
  return lines.slice(source.line - 1, later.line).every((line) => line.includes("|"));
}
