import type { Phrase, TableBlock, TableRow } from "../../markdown/model.ts";
import { columnKind } from "../content/vocabulary.ts";
import { schemesOf } from "./schemes.ts";
import { namedScopes } from "./scopes.ts";

/** A column of permissions. */
export interface ScopeColumn {
  readonly index: number;
  /** Columns of the least and of the higher privileged permissions state the permissions of a row together. */
  readonly kind: "all" | "least" | "higher";
  /** Case that the title names, such as `acting on self`, or null. */
  readonly resource: string | null;
  readonly reversed: boolean;
}

/** Columns of a table with a row for each permission type. */
export interface SchemeTableColumns {
  /** Column of the permission types; null if the heading above the table names the permission type. */
  readonly scheme: number | null;
  readonly scopes: readonly ScopeColumn[];
  /** Column that names a resource or role for each row, or null. */
  readonly resource: number | null;
}

const REVERSED =
  /\bmost\b(?:\W+\w+){0,2}\W+to\W+(?:the\W+)?least\b|\bhigh(?:est)?\b(?:\W+\w+){0,2}\W+to\W+low|\bmost privileged first\b/i;
const SCOPES = /\b(?:permissions?|scopes?|privileged?s?)\b/i;
const RESOURCE =
  /\b(?:resources?|roles?|appl(?:y|ies) to|workflows?|scenarios?|entit(?:y|ies)|objects?|items?|endpoints?|targets?|cases?|operations?|contexts?|for)\b/i;

/** Whether a title or sentence states that lists begin with the most privileged permission. */
export function isReversed(text: string): boolean {
  return REVERSED.test(text);
}

/** Finds the columns of a table with a row for each permission type. */
export function schemeTableColumns(table: TableBlock): SchemeTableColumns | null {
  const scheme = schemeColumn(table);
  return scheme === null ? null : { scheme, ...otherColumns(table, [scheme]) };
}

/** Finds the columns of permissions, and the column of resources, among the other columns of a table. */
export function otherColumns(table: TableBlock, used: readonly number[]): Omit<SchemeTableColumns, "scheme"> {
  const indexes = table.header.map((_, index) => index).filter((index) => !used.includes(index));
  const named = indexes.filter((index) => hasScopes(table, index) && !isNotes(table, index));
  const titled = indexes.filter((index) => SCOPES.test(titleOf(table, index)) && !isNotes(table, index));
  const found = [...new Set([...named, ...titled])].sort((a, b) => a - b);
  const scopes = found.length > 0 ? found : indexes.slice(0, 1);
  const rest = indexes.filter((index) => !scopes.includes(index));
  const resource = rest.find((index) => RESOURCE.test(titleOf(table, index)) && !isNotes(table, index));
  return { scopes: scopes.map((index) => scopeColumn(table, index, scopes.length)), resource: resource ?? null };
}

/** Titles that say in which order a list is, or that say nothing about it. */
const ORDERED = /\bleast\b(?:\W+\w+){0,2}\W+to\W+(?:the\W+)?most\b|\blow(?:est)?\b(?:\W+\w+){0,2}\W+to\W+high/i;
const PAIR = /^(?!.*\b(?:from|to|most)\b).*\b(?:least|higher|more) privileged\b/i;
const ORDER_WORDS = /\b(?:from|to|least|most|highest|lowest)\b/i;

/** Titles of columns with lists of permissions that do not say, or not in known words, in which order they are. */
export function unclearTitles(table: TableBlock, { scopes }: Pick<SchemeTableColumns, "scopes">): readonly Phrase[] {
  return scopes.flatMap(({ index, reversed }) => {
    const title = table.header[index];
    const text = title?.text ?? "";
    const isClear = reversed || ORDERED.test(text) || PAIR.test(text) || (SCOPES.test(text) && !ORDER_WORDS.test(text));
    const isList = table.rows.some((row) => namedScopes(textOf(row, index)).alternatives.length > 1);
    return title === undefined || isClear || !isList ? [] : [title];
  });
}

function scopeColumn(table: TableBlock, index: number, count: number): ScopeColumn {
  const title = titleOf(table, index);
  const kind = /\bleast privileged\b/i.test(title) && !/\bto\b/i.test(title) ? "least" : "all";
  const higher = /\b(?:higher|more) privileged\b/i.test(title);
  const isPair = kind === "least" || higher;
  const resource = count > 1 && !isPair ? caseOfTitle(title) : null;
  return { index, kind: higher ? "higher" : kind, resource, reversed: isReversed(title) };
}

/** `Permissions acting on self (from least to most privileged)` names the case `acting on self`. */
function caseOfTitle(title: string): string | null {
  const name = title
    .replace(/\([^()]*\)/g, "")
    .replace(/^\W*(?:required )?(?:permissions?|scopes?)\b(?: for)?/i, "")
    .trim();
  return name === "" ? null : name;
}

/** The column in which the most rows name a permission type, or null if there is none. */
function schemeColumn({ header, rows }: TableBlock): number | null {
  const counts = header.map((_, index) => rows.filter((row) => isSchemeLabel(textOf(row, index))).length);
  const most = Math.max(0, ...counts);
  if (most > 0) return counts.indexOf(most);
  const titled = header.findIndex((title) => columnKind(title.text) === "permissionType");
  return titled === -1 ? null : titled;
}

function isSchemeLabel(text: string): boolean {
  return schemesOf(text).length > 0 && namedScopes(text).alternatives.length === 0;
}

/** Whether a cell of a column names a permission. */
export function hasScopes({ rows }: TableBlock, index: number): boolean {
  return rows.some((row) => namedScopes(textOf(row, index)).alternatives.length > 0);
}

function isNotes(table: TableBlock, index: number): boolean {
  return columnKind(titleOf(table, index)) === "description";
}

function titleOf({ header }: TableBlock, index: number): string {
  return header[index]?.text ?? "";
}

/** Text of a cell; a row that is a sub-heading has only one. */
export function textOf(row: TableRow, index: number): string {
  return row.cells[index]?.text ?? "";
}
