import type { Collector, Place } from "../../diagnostics/diagnostic.ts";
import type { Phrase } from "../../markdown/model.ts";
import type { PermissionFacts, PermissionScheme } from "../model.ts";
import { answerOf } from "./answer.ts";
import { labelledParts } from "./labels.ts";
import { namedScopes } from "./scopes.ts";

/** How the cells of a table are to be read. */
export interface CellContext {
  /** The list begins with the most privileged permission. */
  readonly reversed: boolean;
  /** The section states that the request requires no permission. */
  readonly isNoneRequired: boolean;
  readonly collector: Collector;
}

/** What a cell states about the permissions of one resource. */
export interface Grant {
  readonly resource: string | null;
  readonly scopes: readonly string[];
  readonly leastPrivileged: readonly string[];
  readonly supported: boolean | null;
}

/** States a grant of a permission type as a fact. */
export function factOf(
  scheme: PermissionScheme,
  { scopes, leastPrivileged, supported }: Omit<Grant, "resource">,
  resource: string | null,
  source: Place,
): PermissionFacts {
  return { scheme, scopes, leastPrivileged, supported, resource, source };
}

/** Reads a cell that lists the permissions of one permission type, for each resource that it labels. */
export function readCell(cell: Phrase, place: Place, context: CellContext): readonly Grant[] {
  const parts = labelledParts(cell);
  const isLabelled = parts.some(({ text }) => isPlain(text, context));
  return (isLabelled ? parts : [{ resource: null, text: cell.text }]).map(({ resource, text }) => ({
    resource,
    ...readText(text, place, context),
  }));
}

/** Whether a text names permissions or states plainly that there are none. */
function isPlain(text: string, { isNoneRequired }: CellContext): boolean {
  return namedScopes(text).alternatives.length > 0 || !answerOf(text, isNoneRequired).isUnclear;
}

function readText(
  text: string,
  place: Place,
  { reversed, isNoneRequired, collector }: CellContext,
): Omit<Grant, "resource"> {
  const { alternatives, unreadable } = namedScopes(text);
  for (const name of unreadable) collector.add("permission-unreadable", { text: name }, place);
  const ordered = reversed ? alternatives.toReversed() : alternatives;
  const [leastPrivileged = []] = ordered;
  const scopes = [...new Set(ordered.flat())];
  if (scopes.length > 0) return { scopes, leastPrivileged, supported: true };
  if (unreadable.length > 0) return { scopes, leastPrivileged, supported: null };
  const { supported, isUnclear } = answerOf(text, isNoneRequired);
  if (isUnclear) collector.add("permission-placeholder", { text }, place);
  return { scopes, leastPrivileged, supported };
}

/** Reads a cell of the least privileged permissions together with the cell of the higher privileged ones. */
export function readPair(least: Phrase, higher: Phrase | null, place: Place, context: CellContext): readonly Grant[] {
  const others = higher === null ? [] : labelledParts(higher);
  const grants = readCell(least, place, context);
  const extra = others.flatMap(({ resource, text }) => {
    const { alternatives, unreadable } = namedScopes(text);
    for (const name of unreadable) context.collector.add("permission-unreadable", { text: name }, place);
    return [{ resource, scopes: alternatives.flat() }];
  });
  const own = grants.map((grant): Grant => {
    const scopes = extra.flatMap((other) => (other.resource === grant.resource ? other.scopes : []));
    const all = [...new Set([...grant.scopes, ...scopes])];
    // "or" states alternatives; permissions that commas separate may be required together.
    const leastPrivileged = /\bor\b/i.test(least.text) ? grant.leastPrivileged : grant.scopes;
    return { ...grant, leastPrivileged, scopes: all, supported: all.length > 0 ? true : grant.supported };
  });
  const added = extra.filter(
    ({ resource, scopes }) => scopes.length > 0 && grants.every((grant) => grant.resource !== resource),
  );
  return [...own, ...added.map((grant): Grant => ({ ...grant, leastPrivileged: [], supported: true }))];
}
