import type { Collector } from "../../diagnostics/diagnostic.ts";
import { type Phrase, type Section, type TableRow, makePhrase } from "../../markdown/model.ts";
import { append } from "../../util/group.ts";
import { isRequiring, needOf, splitSentences } from "./need.ts";
import { cellOf, markedRequired, readColumns, type Columns } from "../content/columns.ts";
import { toMarkdown } from "../content/description.ts";
import { readListedValues } from "../types/listed-values.ts";
import type { HeaderFacts, ParameterFacts } from "../model.ts";
import { optionType, phrasesOf } from "./query-options.ts";
import { primitiveOf } from "../types/primitives.ts";
import { parseTypeCell, typeExpressionOf } from "../types/type-expression.ts";

/** "Required" without a condition after it. */
const REQUIRED = /(?:^|[\s(.*_])required(?:$|[).*_,]|\s(?!\s*(?:when|if|with|for|only|unless|in case)\b))/i;
/** A parameter that need not be sent. */
export const OPTIONAL = /\b(?:optional|not required)\b/i;

/** What happens without the value that the sentence before states. */
const ELSE_FAILS =
  /\botherwise,?\s+(?:the|this|your)\s+(?:request|call|operation)\s+(?:is|gets|will\s+be)\s+(?:aborted|rejected|refused|denied)\b|\botherwise,?\s+(?:the|this|your)\s+(?:request|call|operation)\s+(?:fails|will\s+fail)\b/i;
/** A sentence outside of the table: "Note that the mooring-id header is required." */
const HEADER_REQUIRED = /([A-Za-z][\w-]*)[`*_]*\s+(?:request\s+)?header\s+is\s+(?:required|mandatory)\s*(?:$|[.;])/gi;

/** A heading above the values that a header field may have: "Prefer header values". */
const HEADER_VALUES = /^([A-Za-z][\w-]*)\s+(?:request\s+)?header\s+values?$/i;

/** Reads the tables of Query, Path and Function parameters sections; a parameter without a type is a string. */
export function readParameters(
  sections: readonly Section[],
  fallbackRequired: boolean,
  collector: Collector,
): readonly ParameterFacts[] {
  return tableRows(sections).flatMap(({ row, columns, isRequired }) => {
    const nameCell = cellOf(row, columns, "name");
    const text = nameCell.text.replace(/[\\`*_{}]/g, (char) => (char === "_" ? "_" : "")).trim();
    // The cell of a query option may say how it is used: `$filter with any operator`.
    const name = /^\$[a-z]+(?=\s)/i.exec(text)?.[0] ?? text;
    if (!/^[$@]?[A-Za-z][\w.-]*$/.test(name)) return reportName(row, nameCell, collector);
    const typeCell = cellOf(row, columns, "type");
    const description = describe(row, columns);
    const type =
      typeCell.text === "" ? typeExpressionOf(optionType(name), row.place) : parseTypeCell(typeCell, row.place.file);
    const words = `${typeCell.text} ${description.text}`;
    const isListed = isRequired && needOf(words) !== "sometimes";
    const stated = OPTIONAL.test(words) ? false : fallbackRequired || isListed || REQUIRED.test(words);
    const required = markedRequired(row, columns) ?? stated;
    const values = readListedValues(description);
    return [{ name, type, required, values, description: toMarkdown(description), source: nameCell.place }];
  });
}

/**
 * Reads the Request headers tables; a name cell may contain a value: `Prefer: outlook.timezone`.
 *
 * @param sections the Request headers section and its subsections
 * @param page all sections of the page, whose sentences may call a header required
 */
export function readHeaders(
  sections: readonly Section[],
  page: readonly Section[],
  collector: Collector,
): readonly HeaderFacts[] {
  const stated = requiredHeaders(page);
  const values = headerValues(page);
  return headerRows(sections).flatMap(({ row, columns }) => {
    const nameCell = cellOf(row, columns, "name");
    const [name = "", ...value] = nameCell.text.replace(/[`*\\]/g, "").split(":");
    if (!/^[A-Za-z][\w-]*$/.test(name.trim())) return reportName(row, nameCell, collector);
    const type = cellOf(row, columns, "type");
    const notes = primitiveOf(type.text) === null ? [type] : [];
    const described = [...notes, cellOf(row, columns, "value"), describe(row, columns)];
    const text = [value.join(":").trim(), ...described.map(toMarkdown)].filter((part) => part !== "");
    const unique = [...new Set(text)].join(". ").replaceAll("..", ".");
    const isStated = REQUIRED.test(unique) || ELSE_FAILS.test(unique) || stated.has(name.trim().toLowerCase());
    const required = isStated && !OPTIONAL.test(unique);
    const description = [unique, ...(values.get(name.trim().toLowerCase()) ?? [])].join("\n\n");
    return [{ name: name.trim(), required, description, source: nameCell.place }];
  });
}

/** Rows of header fields: all but those below the heading of the values of one of them. */
function headerRows(sections: readonly Section[]): readonly ParameterRow[] {
  const fieldOf = ({ heading }: Section) => HEADER_VALUES.exec(heading.text)?.[1]?.toLowerCase() ?? null;
  const rows = tableRows(sections.filter((section) => fieldOf(section) === null));
  const names = new Set(rows.map(({ row, columns }) => cellOf(row, columns, "name").text.toLowerCase()));
  return sections.flatMap((section) => (names.has(fieldOf(section) ?? "") ? [] : tableRows([section])));
}

/** Lists of the values of header fields and what they mean, by the name of the field in lower case. */
function headerValues(page: readonly Section[]): ReadonlyMap<string, readonly string[]> {
  const lists = new Map<string, string[]>();
  for (const section of page) {
    const name = HEADER_VALUES.exec(section.heading.text)?.[1];
    const items = tableRows([section]).map(({ row, columns }) => {
      const value = cellOf(row, columns, "name").text.replace(/[`*\\]/g, "");
      const description = toMarkdown(describe(row, columns));
      return `- \`${value}\`${description === "" ? "" : `: ${description}`}`;
    });
    if (name !== undefined && items.length > 0) append(lists, name.toLowerCase(), items.join("\n"));
  }
  return lists;
}

function requiredHeaders(sections: readonly Section[]): ReadonlySet<string> {
  const texts = sections.flatMap(({ blocks }) => blocks.flatMap(phrasesOf)).map(({ text }) => text);
  const named = texts.flatMap((text) => [...text.matchAll(HEADER_REQUIRED)]);
  return new Set(named.map((match) => (match[1] ?? "").toLowerCase()));
}

/** Reports a row whose first cell is not a name; a row of one cell is a heading within the table. */
function reportName(row: TableRow, nameCell: Phrase, collector: Collector): [] {
  const isAlone = row.cells.every((cell) => cell === nameCell || cell.text === "");
  const isNone = /^\W*(?:none|n\/a)?\W*$/i.test(nameCell.text);
  if (!isAlone && !isNone) collector.add("parameter-name-unreadable", { text: nameCell.text }, nameCell.place);
  return [];
}

function describe(row: TableRow, columns: Columns): Phrase {
  const described = cellOf(row, columns, "description");
  return described.tokens.length > 0
    ? described
    : columns.has("description")
      ? described
      : makePhrase(cellOf(row, columns, "value").tokens, row.place);
}

interface ParameterRow {
  readonly row: TableRow;
  readonly columns: Columns;
  /** A sentence above the table calls all of its rows required. */
  readonly isRequired: boolean;
}

function tableRows(sections: readonly Section[]): readonly ParameterRow[] {
  return sections.flatMap((section) => {
    let isRequired = false;
    return section.blocks.flatMap((block): readonly ParameterRow[] => {
      if (block.kind === "paragraph" && splitSentences(block.phrase.text).some(isRequiring)) isRequired = true;
      if (block.kind !== "table") return [];
      const columns = readColumns(block);
      // A table of names alone lists something else, such as the properties that support a filter.
      const isDescribed = columns.has("type") || columns.has("description") || columns.has("value");
      const rows = columns.has("name") && isDescribed ? block.rows.map((row) => ({ row, columns, isRequired })) : [];
      isRequired = false;
      return rows;
    });
  });
}
