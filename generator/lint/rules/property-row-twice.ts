import { createDiagnostic, type Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { PropertyFacts } from "../../page/model.ts";
import type { LintPage, PageRule } from "../model.ts";
import { lineAt } from "../place.ts";

/** A table describes a property in two rows. */
export const propertyRowTwice: PageRule = {
  name: "property-row-twice",
  check: (page) =>
    [
      ...page.page.types.map(({ properties }) => properties),
      page.page.operation?.requestBody?.properties ?? [],
    ].flatMap((properties) => properties.flatMap((row, index) => second(page, row, properties.slice(0, index)))),
};

/** Rows of two tables may speak of two cases: only those with nothing but rows between them are one table's. */
function second(page: LintPage, row: PropertyFacts, before: readonly PropertyFacts[]): readonly Diagnostic[] {
  const first = before.find(({ name, relationship }) => name === row.name && relationship === row.relationship);
  if (first === undefined || !isSameTable(page, first, row)) return [];
  const related = [{ message: "first here", place: first.source }];
  const found = createDiagnostic("property-row-twice", { name: row.name }, row.source, related);
  const line = lineAt(page, row.source);
  if (line !== lineAt(page, first.source) || line === "") return [found];
  const place = { ...row.source, column: 1 };
  return [{ ...found, fix: { place, before: `${line}\n`, after: "" } }];
}

function isSameTable({ lines, path }: LintPage, { source }: PropertyFacts, { source: later }: PropertyFacts): boolean {
  if (source.file !== path || later.file !== path) return false;
  return lines.slice(source.line - 1, later.line).every((line) => line.includes("|"));
}
