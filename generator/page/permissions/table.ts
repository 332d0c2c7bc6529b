import type { Collector } from "../../diagnostics/diagnostic.ts";
import type { TableBlock } from "../../markdown/model.ts";
import type { PermissionFacts, PermissionScheme } from "../model.ts";
import type { CellContext } from "./cell.ts";
import { isReversed, otherColumns, schemeTableColumns, unclearTitles } from "./columns.ts";
import { joinResources } from "./labels.ts";
import { readLabelled } from "./prose.ts";
import { isKeyedByResource, readRowsByResource } from "./rows-by-resource.ts";
import { readRowsByScheme } from "./rows-by-scheme.ts";
import { isScopeList } from "./scopes.ts";

/** What the headings and paragraphs above a table state. */
export interface TableSurroundings {
  /** Resource or case that the table applies to, or null. */
  readonly resource: string | null;
  /** Permission types that the table applies to; empty if its rows or columns name them. */
  readonly schemes: readonly PermissionScheme[];
  /** Text of the paragraph directly above the table. */
  readonly leadIn: string;
  /** The section states that the request requires no permission. */
  readonly isNoneRequired: boolean;
  readonly collector: Collector;
}

/** Reads a table of permissions; returns null for any other table. */
export function readTable(table: TableBlock, surroundings: TableSurroundings): readonly PermissionFacts[] | null {
  const { resource, schemes, leadIn, isNoneRequired, collector } = surroundings;
  const context: CellContext = { reversed: isReversed(leadIn), isNoneRequired, collector };
  if (isKeyedByResource(table)) return readRowsByResource(table, resource, context);
  const columns = schemeTableColumns(table);
  if (columns !== null) {
    for (const title of context.reversed ? [] : unclearTitles(table, columns)) {
      collector.add("permission-order-unclear", { title: title.text }, title.place);
    }
    return readRowsByScheme(table, columns, { resource, schemes }, context);
  }
  if (schemes.length > 0) {
    return readRowsByScheme(table, { scheme: null, ...otherColumns(table, []) }, { resource, schemes }, context);
  }
  const labelled = table.rows.flatMap((row) =>
    row.cells.slice(1).flatMap((cell) => readLabelled(cell, joinResources(resource, row.cells[0]?.text ?? null))),
  );
  if (labelled.length > 0) return labelled;
  const listed = table.rows.flatMap((row) => row.cells.slice(1).filter((cell) => isScopeList(cell.text)));
  for (const cell of listed) collector.add("permission-without-type", { text: cell.text }, cell.place);
  return null;
}
