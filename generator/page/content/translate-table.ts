import { createCollector, type Result } from "../../diagnostics/diagnostic.ts";
import { type Phrase, type TableBlock, type Token, makePhrase, plainPhrase } from "../../markdown/model.ts";
import type { HeadingKind } from "../dialect.ts";
import type { PermissionScheme } from "../model.ts";
import { inferColumns } from "./infer-columns.ts";
import { splitTitles } from "./split-titles.ts";
import { columnKind, type ColumnKind } from "./vocabulary.ts";
import { bareWord, type Words } from "./words.ts";

/** The title that stands for each kind of column. */
const TITLES: Readonly<Record<ColumnKind, string>> = {
  name: "Name",
  type: "Type",
  description: "Description",
  value: "Value",
  returnType: "Return type",
  required: "Required",
  permissionType: "Permission type",
  least: "Least privileged permissions",
  higher: "Higher privileged permissions",
};
const SCHEMES: Readonly<Record<PermissionScheme, string>> = {
  delegatedWork: "Delegated (work or school account)",
  delegatedPersonal: "Delegated (personal Microsoft account)",
  application: "Application",
};
/**
 * Puts the column titles of a table, its types and the words of a permissions table into the words of the dialect.
 *
 * @param own kind of the section, or null for another one
 * @param outer kind of the nearest section of a known kind that contains it, or null
 */
export function translateTable(
  given: TableBlock,
  own: HeadingKind | null,
  outer: HeadingKind | null,
  words: Words,
): Result<TableBlock> {
  const collector = createCollector();
  const kindOf = (title: string) => words.columns.get(bareWord(title)) ?? columnKind(title);
  const table = { ...given, header: splitTitles(given.header.map(withoutMarks), kindOf) };
  const kinds = table.header.map(({ text }) => kindOf(text));
  const inferred = new Map(inferColumns(kinds, table, own, outer).map((column) => [column.index, column]));
  const header = table.header.map((title, index) => {
    const kind = kinds[index] ?? null;
    const column = inferred.get(index);
    if (column !== undefined) {
      collector.add("table-column-unknown", { title: title.text, expected: column.title }, title.place);
      return plainPhrase(column.title, title.place);
    }
    return kind === null || columnKind(title.text) === kind ? title : plainPhrase(TITLES[kind], title.place);
  });
  const translate = (cell: Phrase, index: number): Phrase => {
    if ((own ?? outer) === "permissions") return translatePermission(cell, index, words);
    const kind = kinds[index] ?? inferred.get(index)?.kind;
    return kind === "type" || kind === "returnType" ? translateType(cell, words) : cell;
  };
  const rows = table.rows.map((row) => ({ ...row, cells: row.cells.map(translate) }));
  return collector.wrap({ ...table, header, rows });
}

/** `** Type` beside `**Property`, whose marks enclose the pipe between them. */
function withoutMarks(title: Phrase): Phrase {
  // A bracket that is left in a text is not that of a link.
  const text = title.text.replace(/[[\]]/g, "").replace(/^[\s*`]{1,10}|[\s*`]{1,10}$/g, "");
  return text === title.text ? title : plainPhrase(text, title.place);
}

function translatePermission(cell: Phrase, index: number, words: Words): Phrase {
  const word = bareWord(cell.text);
  if (words.notSupported.has(word)) return plainPhrase("Not supported.", cell.place);
  const scheme = index === 0 ? words.permissionTypes.get(word) : undefined;
  return scheme === undefined ? cell : plainPhrase(SCHEMES[scheme], cell.place);
}

function translateType(cell: Phrase, { types }: Words): Phrase {
  if (types.length === 0) return cell;
  const tokens = cell.tokens.map((token): Token => {
    if (token.kind === "break" || token.kind === "link") return token;
    return { ...token, text: types.reduce((text, [word, type]) => replaceWord(text, word, type), token.text) };
  });
  return makePhrase(tokens, cell.place);
}

/** Replaces a word that is not a part of a longer one. */
function replaceWord(text: string, word: string, type: string): string {
  const lower = text.toLowerCase();
  const found = lower.indexOf(word.toLowerCase());
  if (found === -1 || text.length > 1000) return text;
  const before = text.slice(0, found);
  const after = text.slice(found + word.length);
  const isWhole = !/[\p{L}\p{N}_.]$/u.test(before) && !/^[\p{L}\p{N}_]/u.test(after);
  return isWhole ? before + type + after : text;
}
