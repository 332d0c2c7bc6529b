import { leastScopes, needsOf, type Need, type PermissionCase } from "../output/permissions/index.ts";
import { append } from "../util/group.ts";
import { sortBy } from "../util/compare.ts";
import type { CallReport, CallRoute, Permissions, PermissionScheme, SchemeReport, ScopeSet, Use } from "./model.ts";

/** One need of a request function with the places that have it. */
interface PlacedNeed extends Need {
  readonly permissions: Permissions;
  readonly isOpen: boolean;
  readonly uses: readonly Use[];
}

/**
 * Computes the least-privileged scopes of a program; `leastScopes` defines them.
 *
 * @param uses all references to request functions
 * @param scheme permission type
 */
export function requiredByProgram(uses: readonly Use[], scheme: PermissionScheme): SchemeReport {
  const needs = placedNeeds(uses, scheme);
  const scopes = leastScopes(needs.map(({ sets }) => sets));
  const granted = new Set(scopes);
  const calls = needs.map((need) => ({ need, call: toReport(need, granted) }));
  const withSupport = (supported: boolean | null): readonly CallReport[] =>
    calls.flatMap(({ need, call }) => (need.sets.length === 0 && need.supported === supported ? [call] : []));
  return {
    scheme,
    scopes: scopes.map((scope) => {
      const users = calls.flatMap(({ call }) => (call.chosen.includes(scope) ? [call] : []));
      const isNeeded = ({ sets }: CallReport): boolean => sets[0]?.includes(scope) === true;
      return { scope, neededBy: users.filter(isNeeded), alsoServes: users.filter((call) => !isNeeded(call)) };
    }),
    withoutScope: withSupport(true),
    unknown: withSupport(null),
    unsupported: withSupport(false),
  };
}

/** The first set of a call within the granted scopes, or null if it has none. */
export function grantedSet(sets: readonly ScopeSet[], granted: ReadonlySet<string>): ScopeSet | null {
  return sets.find((set) => set.every((scope) => granted.has(scope))) ?? null;
}

function toReport(
  { permissions, resource, isOpen, sets, listed, uses }: PlacedNeed,
  granted: ReadonlySet<string>,
): CallReport {
  const { operation, page } = permissions;
  const places = uses.map(({ place }) => place);
  return { operation, page, resource, isOpen, sets, chosen: grantedSet(sets, granted) ?? [], listed, places };
}

/** The needs of all uses. Uses of the same function and case are one need. */
function placedNeeds(uses: readonly Use[], scheme: PermissionScheme): readonly PlacedNeed[] {
  const byFunction = new Map<Permissions, Use[]>();
  for (const use of uses) append(byFunction, use.permissions, use);
  const needs = [...byFunction].flatMap(([permissions, own]) => needsOfFunction(permissions, own, scheme));
  return sortBy(needs, ({ permissions }) => permissions.operation);
}

function needsOfFunction(
  permissions: Permissions,
  uses: readonly Use[],
  scheme: PermissionScheme,
): readonly PlacedNeed[] {
  const found = new Map<string | null, { need: Need; isOpen: boolean; uses: Use[] }>();
  for (const use of uses) {
    const needs = needsOf(permissions, scheme, (item) => canApply(item, permissions, use.route));
    for (const need of needs) {
      const known = found.get(need.resource) ?? { need, isOpen: false, uses: [] };
      found.set(need.resource, known);
      known.uses.push(use);
      known.isOpen ||= needs.length > 1;
    }
  }
  return [...found.values()].map(({ need, ...rest }) => ({ ...need, ...rest, permissions }));
}

/** Whether a case of a function can apply to a call, as far as the call and the page tell. */
function canApply({ routes }: PermissionCase, permissions: Permissions, call: CallRoute): boolean {
  if (routes === undefined) return true;
  const possible = possibleRoutes(permissions, call);
  return possible.length === 0 || possible.some((name) => routes.includes(name));
}

/** Names of the routes that a call can use: the first one with exactly its path values, unless it names another. */
function possibleRoutes({ routes = [] }: Permissions, { keys, name }: CallRoute): readonly string[] {
  const possible = routes.filter(
    (route) =>
      (keys === null || keysOf(route.path).join(" ") === keys.join(" ")) &&
      (name === null || (route.name ?? route.path) === name),
  );
  const names = possible.map((route) => route.name ?? route.path);
  return keys === null ? names : names.slice(0, 1);
}

function keysOf(path: string): readonly string[] {
  return [...path.matchAll(/\{(\w+)(?::\w+)?\}/g)].map(([, key = ""]) => key).sort();
}
