import type { Collector, Place } from "../../diagnostics/diagnostic.ts";
import type { PermissionFacts, PermissionScheme } from "../model.ts";

/** `Group.Read.All`, `TeamsTab.Delete.Group`, `email`, `offline_access`, `Calendars.Read`. */
const SCOPE = /(?<![\w.-])(?:[A-Z][\w-]*(?:\.[A-Z][\w-]*)+|openid|profile|email|offline_access)(?![\w-])/g;
const NONE = /^(?:not (?:supported|applicable|available|required)|none|n\/a|-|)[.\s]*$/i;
const TODO = /\bTODO\b|\bTBD\b/i;

/** Scheme that a row label or a column title names, or null. */
export function permissionScheme(text: string): PermissionScheme | null {
  if (/^application\b|^app-only/i.test(text)) return "application";
  if (/^delegated\b.*\bpersonal\b/i.test(text)) return "delegatedPersonal";
  return /^delegated\b/i.test(text) ? "delegatedWork" : null;
}

/** Reads a cell that lists the permissions of one scheme. */
export function readPermissionCell(
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

/** `A and B, C`: the first alternative requires two permissions together. `A B` lacks a comma. */
function leastCount(text: string, reversed: boolean): number {
  if (reversed) return 1;
  const firstAlternative = text.split(/,|\bor\b|;/)[0] ?? "";
  const together = firstAlternative.split(/\s(?:and|plus|with|&|\+)\s/i).filter((part) => part.search(SCOPE) !== -1);
  return Math.max(1, together.length);
}

/** Names of the permissions in a text; reports a text that contains none. */
export function scopesOf(text: string, place: Place, collector: Collector): readonly string[] {
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
