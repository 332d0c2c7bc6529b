import { holdsForMost } from "../../util/group.ts";
import { createCollector, type Diagnostic, type Place, type Result } from "../../diagnostics/diagnostic.ts";
import type { Document, Phrase, Section, TableBlock } from "../../markdown/model.ts";
import { operationsOf, type OperationFacts, type Page, type PathParameterFacts } from "../model.ts";
import { isNameCell, readColumns } from "./columns.ts";
import { schemesOf } from "../permissions/schemes.ts";
import { isType } from "./infer-columns.ts";
import { isConceptual } from "./page-kind.ts";
import { exampleSections } from "./sections.ts";
import { beginsWithLinks, isHeaderTable } from "./table-sections.ts";
import { NO_FACTS, VALUES_HEADING, columnKind, sectionKind, type SectionKind } from "./vocabulary.ts";

/** Codes that are about a page as a whole. */
const WHOLE_PAGE: readonly Diagnostic["code"][] = ["operation-without-request", "table-unknown"];
/** Kinds of sections whose first table contains facts, whatever its header says. */
const OF_OPERATION: readonly (SectionKind | null)[] = [
  ...(["requestBody", "requestHeaders", "queryParameters", "pathParameters", "functionParameters"] as const),
];
/** Kinds of sections that no example has: below the heading of one, they belong to the page. */
const OF_PAGE: readonly (SectionKind | null)[] = [
  ...(["queryParameters", "pathParameters", "functionParameters", "relationships"] as const),
];
/** "The following values are allowed for the type parameter." */
const SAID_VALUES = /\b(?:following|possible|allowed|supported)\s+values\s+(?:are|of|for)\b/i;
const OF_TYPE: readonly (SectionKind | null)[] = ["properties", "relationships", "methods", "members"];

/**
 * Reports tables whose header or heading states that they contain facts, of which no row is read.
 *
 * @param page facts of the page
 * @param diagnostics what is reported already
 */
export function reportUnreadTables(
  document: Document,
  page: Page,
  diagnostics: readonly Diagnostic[],
): Result<readonly TableBlock[]> {
  const collector = createCollector();
  const unread = factTables(document, page);
  // A page that lost its request, or that defines nothing, is reported as a whole.
  const isReported = diagnostics.some(({ code }) => WHOLE_PAGE.includes(code));
  if (unread.length === 0 || isReported) return [[], []];
  const errors = diagnostics.filter(({ severity }) => severity === "error").map(({ place }) => place);
  const lines = new Set([...sourcesOf(page), ...errors].map(lineOf));
  const lost = unread.filter(({ rows, place }) => ![{ place }, ...rows].some((each) => lines.has(lineOf(each.place))));
  for (const { header, place } of lost) {
    collector.add("table-unread", { title: header[0]?.text ?? "" }, place);
  }
  return collector.wrap(lost);
}

function lineOf({ file, line }: Place): string {
  return `${file}:${line}`;
}

function factTables(document: Document, page: Page): readonly TableBlock[] {
  const examples = exampleSections(document);
  if (isConceptual(document)) return [];
  const ofFacts = page.operation === null ? OF_TYPE : OF_OPERATION;
  return sectionsWithKinds(document).flatMap((known) => {
    const { section, own, outer } = known;
    // Below another heading, a table of a type's page may list the members of a value, and one without types anything.
    const kind = own ?? (page.operation === null ? null : outer);
    const first = section.blocks.find((block) => block.kind === "table" && block.rows.length > 0);
    // A column without a title is that of a header that is not whole.
    const isExpected = (block: TableBlock) => block === first || block.header.some(({ text }) => text === "");
    const isStated = (block: TableBlock) =>
      (isExpected(block) &&
        section.depth > 1 &&
        ofFacts.includes(kind) &&
        (own === null ? readColumns(block).has("type") : isNamed(block, kind))) ||
      statesFacts(block, page) ||
      (own !== null && isMisplaced(section, block, page)) ||
      (page.operation === null && isAmongMethods(block, known)) ||
      (announcesValues(section, block) && beginsWithNames(block));
    if (NO_FACTS.test(section.heading.text)) return [];
    const mayDescribeResponse =
      kind === "response" || kind === "examples" || (examples.has(section) && !OF_PAGE.includes(own));
    const isFact = mayDescribeResponse ? (block: TableBlock) => isMisplaced(section, block, page) : isStated;
    return section.blocks.flatMap((block) => (block.kind === "table" && isFact(block) ? [block] : []));
  });
}

/** Whether a table states properties, headers or permissions below the heading of anything else, even of an example. */
function isMisplaced({ blocks }: Section, table: TableBlock, { operation }: Page): boolean {
  // Below code, a table explains what the code shows.
  const isBelowCode = blocks.slice(0, blocks.indexOf(table)).some(({ kind }) => kind === "code");
  if (table.rows.length === 0 || isBelowCode) return false;
  if (operation !== null) return isHeaderTable(table) || hasSchemeRows(table);
  return /^property\b/i.test(table.header[0]?.text ?? "") && hasTypes(table);
}

/** Whether the heading of a section or the sentence above a table says that its rows are values. */
function announcesValues({ heading, blocks }: Section, table: TableBlock): boolean {
  const above = blocks[blocks.indexOf(table) - 1];
  const isSaid = above?.kind === "paragraph" && SAID_VALUES.test(above.phrase.text);
  return VALUES_HEADING.test(heading.text) || isSaid;
}

interface KnownSection {
  readonly section: Section;
  readonly own: SectionKind | null;
  /** Kind of the nearest section of a known kind that contains it. */
  readonly outer: SectionKind | null;
}

function sectionsWithKinds({ sections }: Document): readonly KnownSection[] {
  let open: Section | null = null;
  return sections.map((section) => {
    const own = sectionKind(section.heading.text);
    if (own !== null || section.depth <= (open?.depth ?? 0)) open = section;
    return { section, own, outer: sectionKind(open?.heading.text ?? "") };
  });
}

/** Whether a table in or below the section of the methods lists properties, or links to operations. */
function isAmongMethods(table: TableBlock, { own, outer }: KnownSection): boolean {
  if (own === "methods") return /^property\b/i.test(table.header[0]?.text ?? "");
  return outer === "methods" && beginsWithLinks(table);
}

/** Whether a table has a column that is known, or begins with names. */
function isNamed({ header, rows }: TableBlock, kind: SectionKind | null): boolean {
  if (rows.length === 0) return false;
  // Only links to operations are read.
  if (kind === "methods") return rows.some(({ cells }) => cells[0]?.tokens.some((token) => token.kind === "link"));
  // Properties that a query may name are not its parameters.
  if (kind === "queryParameters" && /^(?:propert|attribute)/i.test(header[0]?.text ?? "")) return false;
  return header.some(({ text }) => columnKind(text) !== null) || beginsWithNames({ rows });
}

function beginsWithNames({ rows }: Pick<TableBlock, "rows">): boolean {
  return holdsForMost(rows, ({ cells: [first] }) => first !== undefined && isNameCell(first));
}

/** Whether the header is that of members, or of properties and parameters that the page should define. */
function statesFacts(table: TableBlock, { types, operation }: Page): boolean {
  if (table.rows.length === 0) return false;
  if (listsMembers(table) || (operation !== null && listsParts(table, operation))) return true;
  // Beside the properties of a type, such a table may list the members of a value.
  if ((operation !== null || types.every(({ properties }) => properties.length === 0)) && hasTypes(table)) return true;
  return (readColumns(table).get("type") ?? 0) > 0 && statesMembers(table, types, operation !== null);
}

function listsMembers(table: TableBlock): boolean {
  const title = table.header[0]?.text ?? "";
  const isOfValues = /^(?:(?:possible|supported|allowed|string) )?values?$/i.test(title);
  return /^members?$/i.test(title) || (isOfValues && statesValues(table));
}

/** Whether a table lists request headers, permission types or parameters of the URL. */
function listsParts(table: TableBlock, { requests }: OperationFacts): boolean {
  const title = table.header[0]?.text ?? "";
  if (isHeaderTable(table) || hasSchemeRows(table)) return true;
  const placeholders = new Set(requests.flatMap(({ parameters }) => parameters.map(placeholderOf)));
  return /^parameter(?: name)?$/i.test(title) && table.rows.some(({ cells }) => placeholders.has(bareName(cells[0])));
}

/** Whether the rows are names, most of them with a primitive or a link to a type beside them, as in a body. */
function hasTypes(table: TableBlock): boolean {
  if (!beginsWithNames(table)) return false;
  return table.header.some((_, index) => {
    const cells = table.rows.flatMap((row) => (index === 0 ? [] : (row.cells[index] ?? [])));
    return holdsForMost(cells, isType);
  });
}

/** Whether rows begin with permission types. */
function hasSchemeRows({ rows }: TableBlock): boolean {
  return rows.filter(({ cells }) => schemesOf(cells[0]?.text ?? "").length > 0).length > 1;
}

/** Whether a table of names and types lists properties or parameters, or those of a type of which no row is read. */
function statesMembers(table: TableBlock, types: Page["types"], isOperation: boolean): boolean {
  const isTitled = /^(?:property|parameter)(?: name)?$/i.test(table.header[0]?.text ?? "");
  if (isTitled) return isOperation || types.length === 0;
  if (types.length > 0 && table.rows.some(({ cells: [first] }) => isAnnotation(first))) return true;
  if (types.length > 0 && isUntitled(table) && hasTypes(table)) return true;
  return types.some(({ form, properties }) => form === "page" && properties.length === 0) && beginsWithNames(table);
}

/** Whether the title of a described first column says nothing; "Action name" says what the rows are. */
function isUntitled(table: TableBlock): boolean {
  const title = table.header[0]?.text ?? "";
  return columnKind(title) === null && !/\sname$/i.test(title) && readColumns(table).has("description");
}

/** Whether a cell names an instance annotation, such as `@microsoft.graph.downloadUrl`, and not a directive. */
function isAnnotation(name: Phrase | undefined): boolean {
  return /^@\w+(?:\.\w+)+$/.test(bareName(name));
}

function placeholderOf({ placeholder }: PathParameterFacts): string {
  return bareName({ text: placeholder });
}

/** A name without marks: `{boat-id}` → `boat-id`. */
function bareName(phrase: Pick<Phrase, "text"> | undefined): string {
  return (phrase?.text ?? "").replace(/[{}`*]/g, "").trim();
}

/** Whether a table lists values, as those of a property or an enum, and what they mean. */
function statesValues({ header, rows }: TableBlock): boolean {
  return header.length > 1 && beginsWithNames({ rows });
}

function sourcesOf(page: Page): readonly Place[] {
  const { types, enums, methods } = page;
  const operations = operationsOf(page);
  const properties = [
    ...types.flatMap((type) => type.properties),
    ...operations.flatMap(({ requestBody }) => requestBody?.properties ?? []),
  ];
  const facts = [
    ...properties,
    ...methods,
    ...enums.flatMap(({ members }) => members),
    ...operations.flatMap(({ query, functionParameters, pathParameters, headers, permissions }) => [
      ...[...query, ...functionParameters, ...pathParameters, ...headers, ...permissions],
    ]),
  ];
  // A table of the values of a property or parameter belongs to it.
  const parameters = operations.flatMap(({ query, functionParameters, pathParameters }) => [
    ...[...query, ...functionParameters, ...pathParameters],
  ]);
  const values = [...properties, ...parameters].flatMap((each) => each.values.flatMap(({ source }) => source ?? []));
  return [...facts.map(({ source }) => source), ...values];
}
