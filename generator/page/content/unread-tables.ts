import { createCollector, type Diagnostic, type Place, type Result } from "../../diagnostics/diagnostic.ts";
import type { Document, Phrase, TableBlock } from "../../markdown/model.ts";
import { operationsOf, type Page, type PathParameterFacts } from "../model.ts";
import { isNameCell, readColumns } from "./columns.ts";
import { isConceptual } from "./page-kind.ts";
import { exampleSections } from "./sections.ts";
import { NO_FACTS, columnKind, sectionKind, type SectionKind } from "./vocabulary.ts";

/** Codes that are about a page as a whole. */
const WHOLE_PAGE: readonly Diagnostic["code"][] = ["operation-without-request", "table-unknown"];
/** Kinds of sections whose first table contains facts, whatever its header says. */
const OF_OPERATION: readonly (SectionKind | null)[] = [
  ...(["requestBody", "requestHeaders", "queryParameters", "pathParameters", "functionParameters"] as const),
];
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
  return document.sections.flatMap((section) => {
    const kind = sectionKind(section.heading.text);
    const first = section.blocks.find((block) => block.kind === "table");
    const ofFacts = page.operation === null ? OF_TYPE : OF_OPERATION;
    const isStated = (block: TableBlock) =>
      (block === first && section.depth > 1 && ofFacts.includes(kind) && isNamed(block, kind)) ||
      statesFacts(block, page);
    if (examples.has(section) || kind === "response" || kind === "examples") return [];
    if (NO_FACTS.test(section.heading.text)) return [];
    return section.blocks.flatMap((block) => (block.kind === "table" && isStated(block) ? [block] : []));
  });
}

/** Whether a table has a column that is known, or begins with names. */
function isNamed({ header, rows }: TableBlock, kind: SectionKind | null): boolean {
  if (rows.length === 0) return false;
  // Only links to operations are read.
  if (kind === "methods") return rows.some(({ cells }) => cells[0]?.tokens.some((token) => token.kind === "link"));
  // Properties that a query may name are not its parameters.
  if (kind === "queryParameters" && /^(?:propert|attribute)/i.test(header[0]?.text ?? "")) return false;
  const names = rows.filter(({ cells: [first] }) => first !== undefined && isNameCell(first));
  return header.some(({ text }) => columnKind(text) !== null) || names.length * 2 > rows.length;
}

/** Whether the header is that of members, or of properties and parameters that the page should define. */
function statesFacts(table: TableBlock, { types, operation }: Page): boolean {
  const title = table.header[0]?.text ?? "";
  if (table.rows.length === 0) return false;
  if (/^members?$/i.test(title) || statesValues(table, title)) return true;
  const columns = readColumns(table);
  const placeholders = new Set((operation?.requests ?? []).flatMap(({ parameters }) => parameters.map(placeholderOf)));
  const isNamed = /^parameter(?: name)?$/i.test(title);
  if (isNamed && table.rows.some(({ cells: [first] }) => placeholders.has(bareName(first)))) return true;
  return (
    columns.has("type") &&
    (operation !== null || types.length === 0) &&
    /^(?:property|parameter)(?: name)?$/i.test(title)
  );
}

function placeholderOf({ placeholder }: PathParameterFacts): string {
  return bareName({ text: placeholder });
}

/** A name without marks: `{boat-id}` → `boat-id`. */
function bareName(phrase: Pick<Phrase, "text"> | undefined): string {
  return (phrase?.text ?? "").replace(/[{}`*]/g, "").trim();
}

/** Whether a table lists values, as those of a property or an enum, and what they mean. */
function statesValues({ header, rows }: TableBlock, title: string): boolean {
  if (!/^(?:(?:possible|supported|allowed) )?values?$/i.test(title) || header.length < 2) return false;
  return rows.every(({ cells: [first] }) => first !== undefined && isNameCell(first));
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
  // A table of the values of a property belongs to the property.
  const values = properties.flatMap((property) => property.values.flatMap(({ source }) => source ?? []));
  return [...facts.map(({ source }) => source), ...values];
}
