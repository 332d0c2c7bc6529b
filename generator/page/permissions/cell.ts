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
  /** Sets of permissions, any one of which is sufficient. */
  readonly alternatives: readonly (readonly string[])[];
  readonly supported: boolean | null;
}

/** The facts of a permission type about which nothing is known. */
export const UNKNOWN = { scopes: [], leastPrivileged: [], alternatives: [], supported: null } as const;

/** States a grant of a permission type as a fact. */
export function factOf(
  scheme: PermissionScheme,
  { scopes, leastPrivileged, alternatives, supported }: Omit<Grant, "resource">,
  resource: string | null,
  source: Place,
): PermissionFacts {
  const sets = alternatives.some((set) => set.length > 1) ? { alternatives } : {};
  return { scheme, scopes, leastPrivileged, ...sets, supported, resource, source };
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
  const { alternatives, isUnclear, unreadable } = namedScopes(text);
  for (const name of unreadable) collector.add("permission-unreadable", { text: name }, place);
  if (isUnclear) collector.add("permission-sets-unclear", { text }, place);
  const ordered = reversed ? alternatives.toReversed() : alternatives;
  const scopes = [...new Set(ordered.flat())];
  if (scopes.length > 0) {
    const [least = []] = ordered;
    // A permission that cannot be read may be the least privileged one.
    const isBehind = (name: string) => text.indexOf(name) > text.indexOf(least[0] ?? "") !== reversed;
    const leastPrivileged = !isUnclear && unreadable.every(isBehind) ? least : [];
    return { scopes, leastPrivileged, alternatives: ordered, supported: true };
  }
  if (unreadable.length > 0) return UNKNOWN;
  const answer = answerOf(text, isNoneRequired);
  if (answer.isUnclear) collector.add("permission-placeholder", { text }, place);
  return { ...UNKNOWN, supported: answer.supported };
}

/** Reads a cell of the least privileged permissions together with the cell of the higher privileged ones. */
export function readPair(least: Phrase, higher: Phrase | null, place: Place, context: CellContext): readonly Grant[] {
  const others = higher === null ? [] : labelledParts(higher);
  const grants = readCell(least, place, context);
  const extra = others.flatMap(({ resource, text }) => {
    const { alternatives, unreadable } = namedScopes(text);
    for (const name of unreadable) context.collector.add("permission-unreadable", { text: name }, place);
    return [{ resource, alternatives }];
  });
  const own = grants.map((grant): Grant => {
    const others = extra.flatMap((other) => (other.resource === grant.resource ? other.alternatives : []));
    const scopes = [...new Set([...grant.scopes, ...others.flat()])];
    // "or" and "and" state which are required together; permissions that commas separate may be.
    const own = /\b(?:or|and)\b/i.test(least.text) || grant.scopes.length === 0 ? grant.alternatives : [grant.scopes];
    const supported = scopes.length > 0 ? true : grant.supported;
    const leastPrivileged = own === grant.alternatives ? grant.leastPrivileged : grant.scopes;
    return { ...grant, leastPrivileged, alternatives: [...own, ...others], scopes, supported };
  });
  const added = extra.filter(
    ({ resource, alternatives }) => alternatives.length > 0 && grants.every((grant) => grant.resource !== resource),
  );
  const toGrant = ({ resource, alternatives }: (typeof added)[number]): Grant => {
    return { resource, scopes: [...new Set(alternatives.flat())], leastPrivileged: [], alternatives, supported: true };
  };
  return [...own, ...added.map(toGrant)];
}
