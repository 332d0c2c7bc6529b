import {
  type Phrase,
  type Section,
  type TableBlock,
  type TableRow,
  joinPhrases,
  makePhrase,
  plainPhrase,
} from "../../markdown/model.ts";
import { createCollector, type Result } from "../../diagnostics/diagnostic.ts";
import { cellOf, markedRequired, readColumns, type Columns } from "../content/columns.ts";
import { reportTornNames } from "../content/torn-names.ts";
import { toMarkdown } from "../content/description.ts";
import { isClosedList, isCombinedList, isSupportedList, readListedValues, speaksOfSeveral } from "./listed-values.ts";
import type { PropertyFacts } from "../model.ts";
import { primitiveOf } from "./primitives.ts";
import { readRemarks } from "./remarks.ts";
import { parseTypeCell } from "./type-expression.ts";

/** Identifiers are not longer; patterns are not applied to longer text. */
const LONGEST_NAME = 200;

/**
 * Reads every property table of a section: rows of name, type and description.
 *
 * @param section a Properties, Relationships, Request body or similar section
 * @param relationship true for rows that are navigation properties
 */
export function readPropertyTables(section: Section, relationship: boolean): Result<readonly PropertyFacts[]> {
  const collector = createCollector();
  const properties: PropertyFacts[] = [];
  for (const block of section.blocks) {
    if (block.kind !== "table" || !isPropertyTable(block)) continue;
    const columns = readColumns(block);
    collector.pipe(reportTornNames(block, columns.get("name") ?? 0));
    for (const row of block.rows) {
      const property = collector.pipe(readPropertyRow(row, columns, block, relationship));
      if (property !== null) properties.push(property);
    }
  }
  return collector.wrap(properties);
}

/** A table with a name and a type column; some body tables put the type under Value. */
export function isPropertyTable(table: TableBlock): boolean {
  const columns = readColumns(table);
  return columns.has("name") && (columns.has("type") || isParameterTable(table, columns));
}

function isParameterTable(table: TableBlock, columns: Columns): boolean {
  return (
    columns.has("value") &&
    columns.has("description") &&
    /^(?:property|parameter|name)/i.test(table.header[0]?.text ?? "")
  );
}

function readPropertyRow(
  row: TableRow,
  columns: Columns,
  table: TableBlock,
  relationship: boolean,
): Result<PropertyFacts | null> {
  const collector = createCollector();
  const nameCell = cellOf(row, columns, "name");
  const typeCell = cellOf(row, columns, columns.has("type") ? "type" : "value");
  const isAlone = row.cells.every((cell) => cell === nameCell || cell.text === "");
  const read = propertyName(nameCell.text);
  // A row that consists of words is a heading of the rows below it.
  const name = isAlone && read !== null && !IDENTIFIER.test(read) ? null : read;
  const isBold = nameCell.tokens.some((token) => token.kind === "text" && token.style === "strong");
  if (name === null || (isAlone && isBold)) {
    if (!isAlone) collector.add("property-name-unreadable", { text: nameCell.text }, nameCell.place);
    return collector.wrap(null);
  }
  const [stated, description] = separate(typeCell, describe(row, columns, table));
  const markdown = toMarkdown(description);
  const type = parseTypeCell(stated, row.place.file);
  const remarks = readRemarks(description, markdown);
  const fact: PropertyFacts = {
    name,
    type,
    relationship,
    ...remarks,
    required: markedRequired(row, columns) ?? remarks.required,
    readOnly: remarks.readOnly || /read-?only/i.test(typeCell.text),
    values: readListedValues(description),
    closed: isClosedList(description),
    ...(isSupportedList(description) ? { supported: true } : {}),
    combined: isCombinedList(description) || (!type.collection && speaksOfSeveral(description)),
    description: markdown,
    source: nameCell.place,
  };
  return collector.wrap(fact);
}

/** The type and the description of a row; without a pipe between them, the type is the first word of its cell. */
function separate(type: Phrase, description: Phrase): readonly [type: Phrase, description: Phrase] {
  const [first, ...others] = type.tokens;
  const word = first?.kind === "text" ? /^[\w.]+(?=\s+[A-Z]\S*\s)/.exec(first.text)?.[0] : undefined;
  if (description.text !== "" || first?.kind !== "text" || word === undefined || primitiveOf(word) === null)
    return [type, description];
  const rest = { ...first, text: first.text.slice(word.length).trimStart() };
  return [plainPhrase(word, type.place), makePhrase([rest, ...others], type.place)];
}

const IDENTIFIER = /^[@$]?[A-Za-z_][\w.@-]*$/;
/** Longer text is a phrase. */
const MOST_WORDS = 3;

/**
 * `groupTag`, `@odata.type`, `connection-id`, `sites (collection)`, or any other name that JSON allows, such as `list[]`
 * and `first name`; null for a phrase or several names.
 */
function propertyName(text: string): string | null {
  if (text.length > LONGEST_NAME) return null;
  const name = text.replace(/^[*`\\\s]+|[*`\\\s:]+$/g, "").replace(/\s*\((?!\d+\))[^()]*\)$/, "");
  if (/^(?:none|n\/a)\.?$/i.test(name)) return null;
  if (IDENTIFIER.test(name)) return name;
  const isPhrase = /[,;<>{}|"`]|\s(?:and|or)\s|[.!?]$/i.test(name) || name.split(/\s+/).length > MOST_WORDS;
  return isPhrase || !/[\p{L}\p{N}]/u.test(name) ? null : name;
}

/** The description column and every column without a title. */
function describe(row: TableRow, columns: Columns, table: TableBlock): Phrase {
  const main = cellOf(row, columns, "description");
  const titled = new Set(columns.values());
  const extra = row.cells.filter(
    (cell, index) => !titled.has(index) && cell.text !== "" && table.header[index]?.text === "",
  );
  return extra.length === 0
    ? main
    : joinPhrases(
        [main, ...extra].filter((cell) => cell.text !== ""),
        " ",
        main.place,
      );
}
