import type { Collector } from "../../diagnostics/diagnostic.ts";
import type { Phrase, TableBlock, TableRow } from "../../markdown/model.ts";
import { cellOf, readColumns } from "../content/columns.ts";
import type { PermissionFacts, PermissionScheme } from "../model.ts";
import { permissionScheme, readPermissionCell, scopesOf } from "./scopes.ts";

/** Reads a table with a row for each scheme: one column of permissions, or columns of least and higher privileged ones. */
export function readRowsByScheme(
  table: TableBlock,
  resource: string | null,
  collector: Collector,
): readonly PermissionFacts[] {
  const columns = readColumns(table);
  const title = table.header[1]?.text ?? "";
  if (!columns.has("least") && !/permission/i.test(`${table.header[0]?.text ?? ""} ${title}`)) return [];
  const reversed = /most to least/i.test(title);
  return table.rows.flatMap((row) => {
    const label = row.cells[0];
    const scheme = label === undefined ? null : permissionScheme(label.text);
    if (label === undefined || scheme === null) {
      if (label !== undefined && label.text !== "")
        collector.add("permission-type-unknown", { text: label.text }, label.place);
      return [];
    }
    if (columns.has("least")) return [leastAndHigher(row, scheme, resource, columns, collector)];
    return splitByResource(row.cells[1], resource).map((part) =>
      readPermissionCell(part.text, scheme, part.resource, reversed, row.place, collector),
    );
  });
}

function leastAndHigher(
  row: TableRow,
  scheme: PermissionScheme,
  resource: string | null,
  columns: ReturnType<typeof readColumns>,
  collector: Collector,
): PermissionFacts {
  const least = scopesOf(cellOf(row, columns, "least").text, row.place, collector);
  const higher = scopesOf(cellOf(row, columns, "higher").text, row.place, collector);
  const scopes = [...new Set([...least, ...higher])];
  return { scheme, scopes, leastPrivileged: least, supported: scopes.length > 0, resource, source: row.place };
}

/** `For **user** resource:<br/>User.Read, …` lists the permissions of several resources in one cell. */
function splitByResource(
  cell: Phrase | undefined,
  resource: string | null,
): readonly { readonly text: string; readonly resource: string | null }[] {
  const text = cell?.text ?? "";
  const labels = text.length > 5000 ? 0 : text.split(/\bFor\s/i).length - 1;
  const parts =
    labels === 0 ? [] : [...text.matchAll(/\bFor\s+([\w\s]+?)\s*(?:resource)?\s*:\s*((?:(?!\bFor\s+[\w\s]+:).)*)/gi)];
  if (parts.length === 0) return [{ text, resource }];
  return parts.map((part) => ({ text: part[2]?.trim() ?? "", resource: part[1]?.trim() ?? resource }));
}
