import { createCollector, type Collector, type Place, type Result } from "../../diagnostics/diagnostic.ts";
import type { Phrase, Section, TableBlock, TableRow } from "../../markdown/model.ts";
import { cellOf, readColumns } from "../content/columns.ts";
import type { PermissionFacts, PermissionScheme } from "../model.ts";

/** `Group.Read.All`, `TeamsTab.Delete.Group`, `email`, `offline_access`, `Calendars.Read`. */
const SCOPE = /(?<![\w.-])(?:[A-Z][\w-]*(?:\.[A-Z][\w-]*)+|openid|profile|email|offline_access)(?![\w-])/g;
const NONE = /^(?:not (?:supported|applicable|available|required)|none|n\/a|-|)[.\s]*$/i;
const TODO = /\bTODO\b|\bTBD\b/i;

/**
 * Reads the permission tables of a page, in every shape: rows by scheme, columns of least and higher privileged
 * permissions, rows by resource with a column for each scheme.
 *
 * @param sections the Permissions section and those below it
 */
export function readPermissions(sections: readonly Section[]): Result<readonly PermissionFacts[]> {
  const collector = createCollector();
  const found: PermissionFacts[] = [];
  for (const [index, section] of sections.entries()) {
    const resource = index === 0 ? null : section.heading.text;
    for (const block of section.blocks) {
      if (block.kind !== "table") continue;
      found.push(
        ...(isKeyedByResource(block)
          ? readResourceTable(block, collector)
          : readSchemeTable(block, resource, collector)),
      );
    }
  }
  return collector.wrap(found);
}

/** Scheme of a row label or column title, or null. */
function permissionScheme(text: string): PermissionScheme | null {
  if (/^application\b|^app-only/i.test(text)) return "application";
  if (/^delegated\b.*\bpersonal\b/i.test(text)) return "delegatedPersonal";
  return /^delegated\b/i.test(text) ? "delegatedWork" : null;
}

function isKeyedByResource(table: TableBlock): boolean {
  return table.header.slice(1).some((title) => permissionScheme(title.text) !== null);
}

function readSchemeTable(table: TableBlock, resource: string | null, collector: Collector): readonly PermissionFacts[] {
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
      fromCell(part.text, scheme, part.resource, reversed, row.place, collector),
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

function fromCell(
  text: string,
  scheme: PermissionScheme,
  resource: string | null,
  reversed: boolean,
  source: Place,
  collector: Collector,
): PermissionFacts {
  const listed = scopesOf(text, source, collector);
  const scopes = reversed ? listed.toReversed() : listed;
  const leastPrivileged = scopes.slice(0, leastCount(text, reversed));
  const supported = scopes.length > 0 || !isNone(text);
  return { scheme, scopes, leastPrivileged, supported, resource, source };
}

/** `A and B, C`: the first alternative asks for two permissions together; `A B` has lost its comma. */
function leastCount(text: string, reversed: boolean): number {
  if (reversed) return 1;
  const firstAlternative = text.split(/,|\bor\b|;/)[0] ?? "";
  const together = firstAlternative.split(/\s(?:and|plus|with|&|\+)\s/i).filter((part) => part.search(SCOPE) !== -1);
  return Math.max(1, together.length);
}

function scopesOf(text: string, place: Place, collector: Collector): readonly string[] {
  if (isNone(text)) return [];
  if (TODO.test(text)) {
    collector.add("permission-placeholder", { text }, place);
    return [];
  }
  const scopes = [...new Set([...text.matchAll(SCOPE)].map((match) => match[0]))];
  if (scopes.length === 0) collector.add("permission-placeholder", { text }, place);
  return scopes;
}

function isNone(text: string): boolean {
  return NONE.test(text.replaceAll("*", ""));
}

/** `For **user** resource:<br/>User.Read, …` puts the permissions of several resources into one cell. */
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

function readResourceTable(table: TableBlock, collector: Collector): readonly PermissionFacts[] {
  return table.rows.flatMap((row) =>
    table.header.flatMap((title, column) => {
      const scheme = permissionScheme(title.text);
      const cell = row.cells[column];
      if (scheme === null || cell === undefined) return [];
      const resource = row.cells[0]?.text ?? null;
      return [fromCell(cell.text, scheme, resource, false, row.place, collector)];
    }),
  );
}
