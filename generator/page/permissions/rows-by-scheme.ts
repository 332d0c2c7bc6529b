import type { Phrase, TableBlock, TableRow } from "../../markdown/model.ts";
import { makePhrase } from "../../markdown/model.ts";
import type { PermissionFacts, PermissionScheme } from "../model.ts";
import { answerOf } from "./answer.ts";
import { factOf, readCell, readPair, type CellContext, type Grant } from "./cell.ts";
import { otherColumns, textOf, type ScopeColumn, type SchemeTableColumns } from "./columns.ts";
import { joinResources } from "./labels.ts";
import { mergeRows } from "./merge.ts";
import { caseOf, isPermissionTypeTitle, schemesOf } from "./schemes.ts";
import { namedScopes } from "./scopes.ts";
import { groupBy } from "../../util/group.ts";

/** Text that refers to other rows. */
const REFERENCE = /\b(?:var(?:y|ies)|depend(?:s|ing)?|below|following|see)\b|:$/i;

/** What applies to all rows of a table. */
export interface Applicable {
  readonly resource: string | null;
  readonly schemes: readonly PermissionScheme[];
}

/** What applies to the rows below a row. */
interface Group extends Applicable {
  /** The row names the permission types of the rows below it, and no permissions of its own. */
  readonly isOpen: boolean;
  readonly isUnsupported: boolean;
}

/** Reads a table with a row for each permission type, or with rows below each permission type. */
export function readRowsByScheme(
  table: TableBlock,
  columns: SchemeTableColumns,
  applicable: Applicable,
  context: CellContext,
): readonly PermissionFacts[] {
  const found: PermissionFacts[] = [];
  const repeated = repeatedSchemes(table.rows, columns);
  let own = columns;
  let outer = applicable.resource;
  let group: Group = { ...applicable, isOpen: applicable.schemes.length > 0, isUnsupported: false };
  for (const [index, row] of table.rows.entries()) {
    const kind = rowKind(row, own, group);
    switch (kind) {
      case "header":
        own = { ...own, ...otherColumns({ ...table, header: row.cells }, own.scheme === null ? [] : [own.scheme]) };
        continue;
      case "heading":
        outer = joinResources(applicable.resource, labelOf(row, own));
        group = { ...applicable, resource: outer, isOpen: applicable.schemes.length > 0, isUnsupported: false };
        continue;
      case "unknown":
        reportUnknown(row, own, context);
        continue;
      case "scheme":
        group = groupOf(row, own, outer, repeated);
        if (group.isOpen && rowKind(table.rows[index + 1], own, group) === "child") continue;
        break;
      case "child":
      case "continued":
    }
    const resource = kind === "child" ? joinResources(group.resource, labelOf(row, own)) : group.resource;
    found.push(...readRow(row, own, { resource, schemes: group.schemes }, context));
  }
  reportContradictions(found, context);
  return mergeRows(found, context.reversed || own.scopes.some((column) => column.reversed));
}

/** Reports rows of one permission type, of which one states permissions and the other that it is not supported. */
function reportContradictions(found: readonly PermissionFacts[], { collector }: CellContext): void {
  for (const rows of groupBy(found, ({ scheme, resource }) => JSON.stringify([scheme, resource])).values()) {
    const [first, ...others] = rows;
    const other = others.find(({ supported }) => supported !== null && supported !== first?.supported);
    if (first?.supported !== null && other !== undefined)
      collector.add("permission-type-contradictory", { scheme: other.scheme }, other.source);
  }
}

/** Reports a row whose permissions cannot be assigned to a permission type. */
function reportUnknown(row: TableRow, { scheme }: SchemeTableColumns, { collector }: CellContext): void {
  if (row.cells.every((cell, index) => index === scheme || cell.text === "")) return;
  const label = scheme === null ? undefined : row.cells[scheme];
  collector.add("permission-type-unknown", { text: label?.text ?? "" }, label?.place ?? row.place);
}

type RowKind = "header" | "heading" | "scheme" | "child" | "continued" | "unknown";

function rowKind(row: TableRow | undefined, columns: SchemeTableColumns, group: Group): RowKind {
  if (row === undefined) return "unknown";
  const label = labelOf(row, columns);
  if (columns.scheme !== null && isPermissionTypeTitle(label)) return "header";
  if (schemesOf(label).length > 0) return "scheme";
  if (label === "" || columns.scheme === null) {
    // Permissions cannot continue a permission type that is not supported.
    const isContinued = group.schemes.length > 0 && !group.isUnsupported && !isShifted(row, columns);
    return isContinued ? "continued" : "unknown";
  }
  if (group.isOpen) return "child";
  const isEmpty = row.cells.every((cell, index) => index === columns.scheme || cell.text === "");
  if (isEmpty) return "heading";
  return group.schemes.length > 0 && !group.isUnsupported && isIndented(row.cells[columns.scheme])
    ? "child"
    : "unknown";
}

/** Whether the permission type is in a column of permissions, since a pipe is before it by mistake. */
function isShifted(row: TableRow, { scheme, scopes }: SchemeTableColumns): boolean {
  return scheme !== null && scopes.some(({ index }) => /^(?:application|delegated)\b/i.test(textOf(row, index)));
}

/** Whether a label is indented or begins like a case, so that it belongs to the row above it. */
function isIndented(label: Phrase | undefined): boolean {
  const text = label?.tokens.map((token) => (token.kind === "break" ? " " : token.text)).join("") ?? "";
  return /^[\s*_]*[\u00A0•◦▪↳→–-]|^\W*(?:for|when|if)\b/i.test(text);
}

function labelOf(row: TableRow, { scheme }: SchemeTableColumns): string {
  return scheme === null ? "" : textOf(row, scheme).replace(/^[•◦▪↳→–-]\s*/, "");
}

/** Permission types that several rows name. */
function repeatedSchemes(rows: readonly TableRow[], columns: SchemeTableColumns): ReadonlySet<string> {
  const seen = new Set<string>();
  return new Set(
    rows
      .map((row) => schemesOf(labelOf(row, columns)).join())
      .filter((schemes) => {
        const isRepeated = seen.has(schemes);
        seen.add(schemes);
        return isRepeated;
      }),
  );
}

function groupOf(
  row: TableRow,
  columns: SchemeTableColumns,
  outer: string | null,
  repeated: ReadonlySet<string>,
): Group {
  const label = labelOf(row, columns);
  const schemes = schemesOf(label);
  const texts = columns.scopes.map(({ index }) => textOf(row, index));
  const hasScopes = texts.some((text) => namedScopes(text).alternatives.length > 0);
  const answers = texts.map((text) => answerOf(text, false).supported);
  // Without the pipe between them, the answer is a part of the label.
  const isRefused = answerOf(caseOf(label) ?? "", false).supported === false;
  return {
    schemes,
    resource: joinResources(outer, repeated.has(schemes.join()) ? caseOf(label) : null),
    isOpen: !hasScopes && !isRefused && texts.every((text) => text === "" || REFERENCE.test(text)),
    isUnsupported: !hasScopes && (isRefused || answers.every((supported) => supported === false)),
  };
}

function readRow(
  row: TableRow,
  columns: SchemeTableColumns,
  { resource, schemes }: Applicable,
  context: CellContext,
): readonly PermissionFacts[] {
  const own = columns.resource === null ? null : textOf(row, columns.resource);
  return grantsOf(row, columns.scopes, context).flatMap((grant) =>
    schemes.map((scheme) => factOf(scheme, grant, joinResources(resource, own, grant.resource), row.place)),
  );
}

function grantsOf(row: TableRow, columns: readonly ScopeColumn[], context: CellContext): readonly Grant[] {
  const cellOf = ({ index }: ScopeColumn): Phrase => row.cells[index] ?? makePhrase([], row.place);
  const least = columns.find(({ kind }) => kind === "least");
  const higher = columns.find(({ kind }) => kind === "higher");
  const pair =
    least === undefined
      ? []
      : readPair(cellOf(least), higher === undefined ? null : cellOf(higher), row.place, context);
  const rest = columns.filter((column) => column !== least && (least === undefined || column !== higher));
  return [
    ...pair,
    ...rest.flatMap((column) =>
      readCell(cellOf(column), row.place, { ...context, reversed: context.reversed || column.reversed }).map(
        (grant) => ({
          ...grant,
          resource: joinResources(column.resource, grant.resource),
        }),
      ),
    ),
  ];
}
