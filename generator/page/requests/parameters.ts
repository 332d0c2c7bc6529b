import type { Collector } from "../../diagnostics/diagnostic.ts";
import { type Phrase, type Section, type TableRow, makePhrase } from "../../markdown/model.ts";
import { cellOf, markedRequired, readColumns, type Columns } from "../content/columns.ts";
import { toMarkdown } from "../content/description.ts";
import { readListedValues } from "../types/listed-values.ts";
import type { HeaderFacts, ParameterFacts } from "../model.ts";
import { optionType } from "./query-options.ts";
import { primitiveOf } from "../types/primitives.ts";
import { parseTypeCell, typeExpressionOf } from "../types/type-expression.ts";

/** "Required" without a condition after it. */
const REQUIRED = /(?:^|[\s(.*_])required(?:$|[).*_,]|\s(?!\s*(?:when|if|with|for|only|unless|in case)\b))/i;
/** A parameter that need not be sent. */
export const OPTIONAL = /\b(?:optional|not required)\b/i;

/** Reads the tables of Query, Path and Function parameters sections; a parameter without a type is a string. */
export function readParameters(
  sections: readonly Section[],
  fallbackRequired: boolean,
  collector: Collector,
): readonly ParameterFacts[] {
  return tableRows(sections).flatMap(({ row, columns }) => {
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
    const stated = OPTIONAL.test(words) ? false : fallbackRequired || REQUIRED.test(words);
    const required = markedRequired(row, columns) ?? stated;
    const values = readListedValues(description);
    return [{ name, type, required, values, description: toMarkdown(description), source: nameCell.place }];
  });
}

/** Reads the Request headers tables; a name cell may contain a value: `Prefer: outlook.timezone`. */
export function readHeaders(sections: readonly Section[], collector: Collector): readonly HeaderFacts[] {
  return tableRows(sections).flatMap(({ row, columns }) => {
    const nameCell = cellOf(row, columns, "name");
    const [name = "", ...value] = nameCell.text.replace(/[`*_\\]/g, "").split(":");
    if (!/^[A-Za-z][\w-]*$/.test(name.trim())) return reportName(row, nameCell, collector);
    const type = cellOf(row, columns, "type");
    const stated = primitiveOf(type.text) === null ? [type] : [];
    const described = [...stated, cellOf(row, columns, "value"), describe(row, columns)];
    const text = [value.join(":").trim(), ...described.map(toMarkdown)].filter((part) => part !== "");
    const unique = [...new Set(text)].join(". ").replaceAll("..", ".");
    const required = REQUIRED.test(unique) && !OPTIONAL.test(unique);
    return [{ name: name.trim(), required, description: unique, source: nameCell.place }];
  });
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

function tableRows(sections: readonly Section[]): readonly { readonly row: TableRow; readonly columns: Columns }[] {
  return sections.flatMap((section) =>
    section.blocks.flatMap((block) => {
      if (block.kind !== "table") return [];
      const columns = readColumns(block);
      // A table of names alone lists something else, such as the properties that support a filter.
      const isDescribed = columns.has("type") || columns.has("description") || columns.has("value");
      return columns.has("name") && isDescribed ? block.rows.map((row) => ({ row, columns })) : [];
    }),
  );
}
