/** Permission types of the service: delegated for two kinds of accounts, and application. */
export type PermissionScheme = "delegatedWork" | "delegatedPersonal" | "application";

/** Scopes that are required together. */
export type ScopeSet = readonly string[];

/** What a page states about the permissions of one request function, or of one case of it. */
interface Stated {
  /** Whether each permission type is supported: false only if the page states it, null if it is unknown. */
  readonly supported: Readonly<Record<PermissionScheme, boolean | null>>;
  /** Sets of scopes of which each is sufficient, least privileged first, where a set has several scopes. */
  readonly together?:
    | Readonly<{ readonly [Scheme in PermissionScheme]?: readonly ScopeSet[] | undefined }>
    | undefined;
  /** Permission types whose scopes the page lists without stating which are required together. */
  readonly unclear?: readonly PermissionScheme[] | undefined;
}

/** A case that the page lists separately, such as chats and channels. */
export interface PermissionCase extends Stated {
  /** The name of the case on the page. */
  readonly resource: string;
  /** Names or paths of the routes that the case can apply to; absent if its name does not decide it. */
  readonly routes?: readonly string[] | undefined;
  readonly scopes: Readonly<Record<PermissionScheme, readonly string[]>>;
}

/** The permissions of a request function, as the modules of this folder declare them; least privileged first. */
export interface Permissions extends Stated, Readonly<Record<PermissionScheme, readonly string[]>> {
  /** Name of the request function. */
  readonly operation: string;
  /** Page that states the permissions: its public URL, or its path in the documentation. */
  readonly page: string;
  /** URLs of the function that the cases refer to, in the order in which the function tries them. */
  readonly routes?:
    readonly { readonly path: string; readonly name?: string | undefined }[] | undefined;
  readonly byResource?: readonly PermissionCase[] | undefined;
}

/** What one call, or one case of it, needs. */
export interface Need {
  /** The case on the page, or null if the page has only one. */
  readonly resource: string | null;
  /** False only if the page states that the permission type is not supported; null if it is unknown. */
  readonly supported: boolean | null;
  /** Sets of scopes of which each is sufficient, least privileged first; empty if none is needed or known. */
  readonly sets: readonly ScopeSet[];
  /** All scopes that the page lists. */
  readonly listed: readonly string[];
}

/** The least-privileged scopes of the given request functions. */
export interface RequiredScopes {
  /** Sorted by name. */
  readonly scopes: readonly string[];
  /** Functions whose pages do not state what they need. */
  readonly unknown: readonly string[];
  /** Functions whose pages state that they do not support the permission type. */
  readonly unsupported: readonly string[];
}

/**
 * Computes the least-privileged scopes with which a program can call some request functions; see `leastScopes`. If the
 * page of a function lists cases separately, all of them are included.
 *
 * @param permissions permissions of the functions, from the modules of this folder
 * @param scheme permission type
 * @example
 * ```ts
 * const { scopes, unknown } = requiredScopes([listUsersPermissions], "application");
 * ```
 */
export function requiredScopes(
  permissions: Iterable<Permissions>,
  scheme: PermissionScheme,
): RequiredScopes {
  const needs = [...permissions].flatMap((item) =>
    needsOf(item, scheme).map((need) => ({ ...need, operation: item.operation })),
  );
  const named = (supported: boolean | null): readonly string[] => [
    ...new Set(needs.filter((need) => need.supported === supported).map((need) => need.operation)),
  ];
  const scopes = leastScopes(needs.map(({ sets }) => sets));
  return { scopes, unknown: named(null), unsupported: named(false) };
}

/**
 * Lists what a request function needs: one entry, or one for each case that its page lists separately.
 *
 * @param permissions permissions of the function
 * @param scheme permission type
 * @param isPossible decides whether a case can apply to the call; without it, all can
 */
export function needsOf(
  permissions: Permissions,
  scheme: PermissionScheme,
  isPossible: (stated: PermissionCase) => boolean = () => true,
): readonly Need[] {
  // A table may list the cases of one permission type and not those of another.
  const stated = (permissions.byResource ?? []).filter(
    ({ scopes, supported }) => scopes[scheme].length > 0 || supported[scheme] !== null,
  );
  if (stated.length === 0) return [needOf(null, permissions[scheme], permissions, scheme)];
  return stated
    .filter(isPossible)
    .map((item) => needOf(item.resource, item.scopes[scheme], item, scheme));
}

function needOf(
  resource: string | null,
  scopes: readonly string[],
  { supported, together, unclear = [] }: Stated,
  scheme: PermissionScheme,
): Need {
  if (unclear.includes(scheme)) return { resource, supported: null, sets: [], listed: scopes };
  const sets = together?.[scheme] ?? scopes.map((scope) => [scope]);
  return { resource, supported: sets.length > 0 ? true : supported[scheme], sets, listed: scopes };
}

/**
 * Computes the least-privileged scopes of some calls. Each call has sets of scopes of which each is sufficient; the
 * first is the least privileged.
 *
 * - A call needs its first set, unless another of its sets is needed anyway, that is, by other calls. Fewer scopes
 *   alone never justify a more privileged one: only the first sets of calls are considered.
 * - Precisely: `needs(N)` is the union of the first sets of the calls that have no other set within N. A call does not
 *   use another set that contains its first. The result is the smallest N with `needs(needs(N)) = N`, provided that
 *   `needs(N) = N`.
 * - If pages contradict each other, such as two pages that list the same two scopes in different orders, `needs(N)` is
 *   larger than N. Then, of the first sets of the calls that are still undecided, the one that most of them share
 *   (among equals, the first by name) is needed by them, and the rest is computed again.
 * - Finally, a scope without which each call still has one of its sets is removed, in the order of names. That happens
 *   only after a contradiction, or if sets of one call overlap.
 *
 * @param calls sets of each call; a call without sets needs nothing
 * @returns the scopes, sorted by name
 */
export function leastScopes(calls: readonly (readonly ScopeSet[])[]): readonly string[] {
  let choices: readonly Choice[] = distinct(calls).map(toChoice);
  for (;;) {
    const { low, high } = bounds(choices);
    if (low.size === high.size) return withoutSpare([...low].sort(), calls);
    choices = decideOne(choices, low);
  }
}

/** The first set of a call, and the other sets that can replace it. */
interface Choice {
  readonly first: ScopeSet;
  readonly others: readonly ScopeSet[];
}

function distinct(calls: readonly (readonly ScopeSet[])[]): readonly (readonly ScopeSet[])[] {
  return [...new Map(calls.map((sets) => [JSON.stringify(sets), sets])).values()];
}

function toChoice([first = [], ...others]: readonly ScopeSet[]): Choice {
  return { first, others: others.filter((set) => !first.every((scope) => set.includes(scope))) };
}

function isWithin(set: ScopeSet, scopes: ReadonlySet<string>): boolean {
  return set.every((scope) => scopes.has(scope));
}

function isServed({ others }: Choice, scopes: ReadonlySet<string>): boolean {
  return others.some((set) => isWithin(set, scopes));
}

function neededBeside(choices: readonly Choice[], scopes: ReadonlySet<string>): Set<string> {
  return new Set(
    choices.filter((choice) => !isServed(choice, scopes)).flatMap(({ first }) => first),
  );
}

/** The scopes that are needed in any case, and those that may be needed. */
function bounds(choices: readonly Choice[]): {
  readonly low: Set<string>;
  readonly high: Set<string>;
} {
  let low = new Set<string>();
  for (;;) {
    const high = neededBeside(choices, low);
    const next = neededBeside(choices, high);
    if (next.size === low.size) return { low, high };
    low = next;
  }
}

/** Removes the other sets of the undecided calls with the most frequent first set. */
function decideOne(choices: readonly Choice[], low: ReadonlySet<string>): readonly Choice[] {
  const counts = new Map<string, number>();
  const undecided = choices.filter((item) => !isWithin(item.first, low) && !isServed(item, low));
  for (const { first } of undecided) counts.set(keyOf(first), (counts.get(keyOf(first)) ?? 0) + 1);
  const [key] = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))[0] ?? [];
  return choices.map((item) => (keyOf(item.first) === key ? { ...item, others: [] } : item));
}

function keyOf(set: ScopeSet): string {
  return [...set].sort().join(" ");
}

function withoutSpare(
  scopes: readonly string[],
  calls: readonly (readonly ScopeSet[])[],
): readonly string[] {
  const kept = new Set(scopes);
  const isEnough = (): boolean =>
    calls.every((sets) => sets.length === 0 || sets.some((set) => isWithin(set, kept)));
  for (const scope of scopes) {
    kept.delete(scope);
    if (!isEnough()) kept.add(scope);
  }
  return [...kept].sort();
}
