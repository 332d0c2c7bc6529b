import type { Phrase, TableBlock, TableRow, Token } from "../../markdown/model.ts";
import { nearestNames } from "../../util/nearest.ts";
import { holdsForHalf, holdsForMost } from "../../util/group.ts";
import { parseTypeExpression } from "../types/type-expression.ts";
import type { HeadingKind } from "../dialect.ts";
import { isNameCell } from "./columns.ts";
import { columnKind, type ColumnKind, type SectionKind } from "./vocabulary.ts";

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
/** Kinds of sections by the title of their first column. */
const TITLED: ReadonlyMap<string, SectionKind> = new Map([
  ["Property", "properties"],
  ["Relationship", "relationships"],
  ["Method", "methods"],
]);
/** Columns that a method table may have besides those that are read; they are not descriptions. */
const HAS_OTHERS: readonly SectionKind[] = ["methods", "permissions"];
/** Kinds whose tables are read without a column of types. */
const UNTYPED: readonly SectionKind[] = ["queryParameters", "pathParameters", "requestHeaders", "members", "methods"];

/** Words of a type such as "collection of boat objects"; more are a sentence. */
const MOST_WORDS = 4;

type Kinds = readonly (ColumnKind | null)[];

/**
 * Finds the columns whose titles are not known: by a title that is nearly the same, and by their cells, if the other
 * columns leave no doubt.
 *
 * @param kinds kinds of the columns, null for unknown titles
 * @param own kind of the section, or null for another one
 * @param outer kind of the nearest section of a known kind that contains it, or null
 */
export function inferColumns(
  kinds: Kinds,
  table: TableBlock,
  own: HeadingKind | null,
  outer: HeadingKind | null,
): readonly InferredColumn[] {
  const section = [own, outer].find((kind) => kind !== "jsonRepresentation" && kind !== null) ?? sectionOfTitles(table);
  const expected = section === null || section === "ignored" ? undefined : EXPECTED[section];
  if (section === null || section === "ignored" || expected === undefined) return [];
  if (!kinds.includes(null) || table.rows.length === 0) return [];
  const spelled = kinds.flatMap((kind, index) => misspelt(kind, index, kinds, table, expected));
  const known = spelled.reduce((all: Kinds, { index, kind }) => all.with(index, kind), kinds);
  // Below another heading, names may be those of anything.
  return section === own || known[0] === "name" ? [...spelled, ...byCells(known, table, section, expected)] : spelled;
}

/** The section in which a table of names and types is expected, by the title of its names. */
function sectionOfTitles({ header: [first, ...others] }: TableBlock): SectionKind | null {
  const title = first?.text.replace(/\s+name$/i, "") ?? "";
  if (/^name$/i.test(title) && others.some(({ text }) => columnKind(text) === "type")) return "properties";
  const [found] = title.length > 40 ? [] : nearestNames(title, [...TITLED.keys()], 1);
  return TITLED.get(found ?? "") ?? null;
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
  const spellings = open.flatMap(([each, name]) => {
    // A longer word can be as near to the short one by chance.
    const others = title.length > 4 ? [] : ["Name"];
    const all = each === "name" ? [name, ...(/name$/i.test(title) ? [`${name} name`] : others)] : [name];
    return all.map((spelling) => [spelling, each] as const);
  });
  const [found] = nearestNames(
    title,
    spellings.map(([spelling]) => spelling),
    1,
  );
  const [match] = spellings.filter(([spelling]) => spelling === found);
  return match === undefined ? [] : [{ index, kind: match[1], title: match[0] }];
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
  infer("name", (index) => index === 0 && holdsForHalf(cells(0), isMethods ? isLinked : isNameCell));
  infer("type", (index) => index > 0 && mostly(cells(index), isType));
  // Rows that lack a cell have the description in place of the type.
  const returned = (index: number) => {
    const isWhole = ({ cells: all }: TableRow) => all.length <= index + 1 || all.at(-1)?.text !== "";
    return table.rows.filter(isWhole).flatMap((row) => row.cells[index] ?? []);
  };
  infer("returnType", (index) => index > 0 && returned(index).some(isLinked) && mostly(returned(index), isReturned));
  // Beside the names and the descriptions, a column of type names is that of the results, even without links.
  const isBetween = known.includes("name") && known.includes("description");
  infer("returnType", (index) => isMethods && isBetween && mostly(returned(index), isTypeOrLink));
  infer("value", (index) => index > 0 && section === "members" && cells(index).every(isInteger));
  const open = known.flatMap((kind, index) => (kind === null ? [index] : []));
  const [prose, ...more] = open.filter((index) => open.length === 1 || mostly(cells(index), isProse));
  const isClear = prose !== undefined && prose > 0 && more.length === 0;
  if (isClear && !HAS_OTHERS.includes(section)) infer("description", (index) => index === prose);
  const typed = known.findIndex((kind) => kind === "type" || kind === "value");
  const isTyped = known.includes("type") || (typed > 0 && mostly(cells(typed), isType));
  const isTable = known.includes("name") && (isTyped || isUntyped(table, section));
  // A table of which no title is known is one of another kind, unless it has names and types.
  const isKnown = known.includes("type") || kinds.length === 1 || kinds.some((kind) => kind !== null);
  return isTable && isKnown ? found : [];
}

/** Whether a table needs no types. Properties that a query may name are not its parameters. */
function isUntyped({ header }: TableBlock, section: SectionKind): boolean {
  return UNTYPED.includes(section) && !/^(?:propert|attribute)/i.test(header[0]?.text ?? "");
}

/** Whether something holds for more than half of the cells that have a text. */
function mostly(cells: readonly Phrase[], holds: (cell: Phrase) => boolean): boolean {
  return holdsForMost(
    cells.filter(({ text }) => text !== ""),
    holds,
  );
}

/** A primitive, or a link to a page that is not part of a sentence. */
export function isType(cell: Phrase): boolean {
  const { primitive, target } = parseTypeExpression(cell, cell.place.file);
  if (primitive !== null) return true;
  return target !== null && cell.text.split(" ").length <= MOST_WORDS && cell.tokens.some(isPageLink);
}

function isPageLink(token: Token): boolean {
  return token.kind === "link" && !token.href.startsWith("#");
}

function isProse({ text }: Phrase): boolean {
  return text.length > 40 && text.split(" ").length > 5;
}

function isLinked({ tokens }: Phrase): boolean {
  return tokens.some(({ kind }) => kind === "link");
}

function isReturned(cell: Phrase): boolean {
  return isType(cell) || /^(?:none|no content)\.?$/i.test(cell.text);
}

/** `boat`, `Boat Url`, `boat collection` or "none"; the name of a request method is in upper case. */
function isTypeName(cell: Phrase): boolean {
  return isReturned(cell) || /^(?:[Cc]ollection of )?(?![A-Z]+$)[A-Za-z][\w.]*(?: [A-Za-z]\w*)?$/.test(cell.text);
}

/** In a table of methods, what contains a link beside the name is a result as well: "The derived type of [boat][]". */
function isTypeOrLink(cell: Phrase): boolean {
  return isTypeName(cell) || cell.tokens.some(isPageLink);
}

function isInteger({ text }: Phrase): boolean {
  return /^-?\d+$/.test(text);
}
