import type { Phrase, TableBlock, Token } from "../../markdown/model.ts";
import { nearestNames } from "../../util/nearest.ts";
import { parseTypeExpression } from "../types/type-expression.ts";
import { isNameCell } from "./columns.ts";
import type { ColumnKind, SectionKind } from "./vocabulary.ts";

/** A column whose title is not known, and the title as which it is read. */
export interface InferredColumn {
  readonly index: number;
  readonly kind: ColumnKind;
  readonly title: string;
}

/** Titles of the columns of a table, in the usual order, by the kind of the section. */
type Expected = readonly (readonly [kind: ColumnKind, title: string])[];

const NAMED = (name: string): Expected => [
  ["name", name],
  ["type", "Type"],
  ["description", "Description"],
];
const PERMISSIONS: Expected = [
  ["permissionType", "Permission type"],
  ["least", "Least privileged permissions"],
  ["higher", "Higher privileged permissions"],
];
const EXPECTED: Readonly<Partial<Record<SectionKind, Expected>>> = {
  properties: NAMED("Property"),
  relationships: NAMED("Relationship"),
  requestBody: NAMED("Property"),
  queryParameters: NAMED("Parameter"),
  pathParameters: NAMED("Parameter"),
  functionParameters: NAMED("Parameter"),
  requestHeaders: [
    ["name", "Header"],
    ["value", "Value"],
    ["description", "Description"],
  ],
  members: [
    ["name", "Member"],
    ["value", "Value"],
    ["description", "Description"],
  ],
  methods: [
    ["name", "Method"],
    ["returnType", "Return type"],
    ["description", "Description"],
  ],
  permissions: PERMISSIONS,
};
/** Columns that a method table may have besides those that are read; they are not descriptions. */
const HAS_OTHERS: readonly SectionKind[] = ["methods", "permissions"];
/** Kinds whose tables are read without a column of types. */
const UNTYPED: readonly SectionKind[] = ["queryParameters", "pathParameters", "requestHeaders", "members", "methods"];

type Kinds = readonly (ColumnKind | null)[];

/**
 * Finds the columns whose titles are not known: by a title that is nearly the same, and by their cells, if the other
 * columns leave no doubt.
 *
 * @param kinds kinds of the columns, null for unknown titles
 * @param above kind of the section, or null for another one
 */
export function inferColumns(kinds: Kinds, table: TableBlock, above: SectionKind | null): readonly InferredColumn[] {
  const section = above ?? sectionOfTitles(kinds, table);
  const expected = section === null ? undefined : EXPECTED[section];
  if (section === null || expected === undefined || !kinds.includes(null) || table.rows.length === 0) return [];
  const spelled = kinds.flatMap((kind, index) => misspelt(kind, index, kinds, table, expected));
  const known = spelled.reduce((all: Kinds, { index, kind }) => all.with(index, kind), kinds);
  return [...spelled, ...byCells(known, table, section, expected)];
}

/** The section in which a table of names and types is expected, by the title of its names. */
function sectionOfTitles(kinds: Kinds, { header: [first] }: TableBlock): SectionKind | null {
  if (kinds[0] !== "name" || !kinds.includes("type")) return null;
  if (/^propert/i.test(first?.text ?? "")) return "properties";
  return /^relationship/i.test(first?.text ?? "") ? "relationships" : null;
}

/** The expected column whose title differs in a letter or two. */
function misspelt(
  kind: ColumnKind | null,
  index: number,
  kinds: Kinds,
  table: TableBlock,
  expected: Expected,
): readonly InferredColumn[] {
  const title = table.header[index]?.text ?? "";
  if (kind !== null || title.length < 3 || title.length > 40) return [];
  const open = expected.filter(([each]) => !kinds.includes(each));
  const [found] = nearestNames(
    title,
    open.map(([, each]) => each),
    1,
  );
  const [match] = open.filter(([, each]) => each === found);
  return match === undefined ? [] : [{ index, kind: match[0], title: match[1] }];
}

function byCells(kinds: Kinds, table: TableBlock, section: SectionKind, expected: Expected): readonly InferredColumn[] {
  const titles = new Map(expected);
  const found: InferredColumn[] = [];
  let known = kinds;
  const infer = (kind: ColumnKind, holds: (index: number) => boolean) => {
    const title = titles.get(kind);
    const index = known.findIndex((each, at) => each === null && holds(at));
    if (title === undefined || known.includes(kind) || index === -1) return;
    found.push({ index, kind, title });
    known = known.with(index, kind);
  };
  const cells = (index: number) => table.rows.flatMap((row) => row.cells[index] ?? []);
  const isMethods = section === "methods";
  infer("name", (index) => index === 0 && mostly(cells(0), isMethods ? isLinked : isNameCell));
  infer("type", (index) => index > 0 && mostly(cells(index), isType));
  infer("returnType", (index) => index > 0 && cells(index).some(isLinked) && mostly(cells(index), isReturned));
  // Beside the names and the descriptions, a column of type names is that of the results, even without links.
  const isBetween = known.includes("name") && known.includes("description");
  infer("returnType", (index) => isMethods && isBetween && cells(index).every(isTypeName));
  infer("value", (index) => index > 0 && section === "members" && cells(index).every(isInteger));
  const isOnly = known.filter((kind) => kind === null).length === 1;
  if (isOnly && !HAS_OTHERS.includes(section)) infer("description", (index) => index > 0);
  const isTable = known.includes("name") && (known.includes("type") || isUntyped(table, section));
  // A table of which no title is known is one of another kind, unless it has names and types.
  return isTable && (known.includes("type") || kinds.some((kind) => kind !== null)) ? found : [];
}

/** Whether a table needs no types. Properties that a query may name are not its parameters. */
function isUntyped({ header }: TableBlock, section: SectionKind): boolean {
  return UNTYPED.includes(section) && !/^(?:propert|attribute)/i.test(header[0]?.text ?? "");
}

/** Whether something holds for more than half of the cells that have a text. */
function mostly(cells: readonly Phrase[], holds: (cell: Phrase) => boolean): boolean {
  const filled = cells.filter(({ text }) => text !== "");
  return filled.filter(holds).length * 2 > filled.length;
}

/** A primitive, or a link to a page. */
function isType(cell: Phrase): boolean {
  const { primitive, target } = parseTypeExpression(cell, cell.place.file);
  return primitive !== null || (target !== null && cell.tokens.some(isPageLink));
}

function isPageLink(token: Token): boolean {
  return token.kind === "link" && !token.href.startsWith("#");
}

function isLinked({ tokens }: Phrase): boolean {
  return tokens.some(({ kind }) => kind === "link");
}

function isReturned(cell: Phrase): boolean {
  return isType(cell) || /^(?:none|no content)\.?$/i.test(cell.text);
}

/** `boat`, `boat collection` or "none"; the name of a request method is in upper case. */
function isTypeName(cell: Phrase): boolean {
  return isReturned(cell) || /^(?![A-Z]+$)[A-Za-z][\w.]*(?: collection)?$/.test(cell.text);
}

function isInteger({ text }: Phrase): boolean {
  return /^-?\d+$/.test(text);
}
