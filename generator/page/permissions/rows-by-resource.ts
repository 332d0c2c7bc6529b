import type { Collector } from "../../diagnostics/diagnostic.ts";
import type { TableBlock } from "../../markdown/model.ts";
import type { PermissionFacts } from "../model.ts";
import { permissionScheme, readPermissionCell } from "./scopes.ts";

/** Whether a table has a column for each scheme. */
export function isKeyedByResource(table: TableBlock): boolean {
  return table.header.slice(1).some((title) => permissionScheme(title.text) !== null);
}

/** Reads a table with a row for each resource and a column for each scheme. */
export function readRowsByResource(table: TableBlock, collector: Collector): readonly PermissionFacts[] {
  return table.rows.flatMap((row) =>
    table.header.flatMap((title, column) => {
      const scheme = permissionScheme(title.text);
      const cell = row.cells[column];
      if (scheme === null || cell === undefined) return [];
      const resource = row.cells[0]?.text ?? null;
      return [readPermissionCell(cell.text, scheme, resource, false, row.place, collector)];
    }),
  );
}
