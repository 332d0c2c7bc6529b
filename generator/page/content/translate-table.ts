import { type Phrase, type TableBlock, type Token, makePhrase, plainPhrase } from "../../markdown/model.ts";
import type { PermissionScheme } from "../model.ts";
import { parseTypeExpression } from "../types/type-expression.ts";
import { isNameCell } from "./columns.ts";
import { columnKind, type ColumnKind, type SectionKind } from "./vocabulary.ts";
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
/** Sections whose tables have a column of names and a column of types. */
const TYPED: readonly (SectionKind | null)[] = [
  ...(["properties", "relationships", "requestBody", "queryParameters", "pathParameters"] as const),
  "functionParameters",
];

/** Puts the column titles of a table, its types and the words of a permissions table into the words of the dialect. */
export function translateTable(table: TableBlock, section: SectionKind | null, words: Words): TableBlock {
  const kinds = table.header.map(({ text }) => words.columns.get(bareWord(text)) ?? columnKind(text));
  const columns = TYPED.includes(section) ? inferColumns(kinds, table) : kinds;
  const header = table.header.map((title, index) => {
    const kind = columns[index] ?? null;
    return kind === null || columnKind(title.text) === kind ? title : plainPhrase(TITLES[kind], title.place);
  });
  const translate = (cell: Phrase, index: number): Phrase => {
    if (section === "permissions") return translatePermission(cell, index, words);
    const kind = columns[index];
    return kind === "type" || kind === "returnType" ? translateType(cell, words) : cell;
  };
  const rows = table.rows.map((row) => ({ ...row, cells: row.cells.map(translate) }));
  return { ...table, header, rows };
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

/**
 * Finds the columns of a table with unknown titles by their cells: identifiers in the first one, types in another, and
 * a single remaining column describes.
 */
function inferColumns(kinds: readonly (ColumnKind | null)[], table: TableBlock): readonly (ColumnKind | null)[] {
  if (kinds[0] !== null || kinds.includes("name") || table.rows.length === 0) return kinds;
  const cells = (index: number) => table.rows.flatMap((row) => row.cells[index] ?? []);
  const isTyped = (kind: ColumnKind | null, index: number) => kind === null && index > 0 && cells(index).every(isType);
  const type = kinds.includes("type") ? kinds.indexOf("type") : kinds.findIndex(isTyped);
  if (type === -1 || !cells(0).every(isNameCell)) return kinds;
  const columns = kinds.with(0, "name").with(type, "type");
  const [left, ...others] = columns.flatMap((kind, index) => (kind === null ? [index] : []));
  const isDescription = left !== undefined && others.length === 0 && !columns.includes("description");
  return isDescription ? columns.with(left, "description") : columns;
}

function isType(cell: Phrase): boolean {
  const { primitive, target } = parseTypeExpression(cell, cell.place.file);
  return primitive !== null || target !== null;
}
