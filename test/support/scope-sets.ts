// The definition of the least-privileged scopes by exhaustive search, with which the program is compared.

type Sets = readonly (readonly string[])[];

const isWithin = (set: readonly string[], scopes: readonly string[]): boolean =>
  set.every((scope) => scopes.includes(scope));
const keyOf = (set: readonly string[]): string => [...new Set(set)].toSorted().join(" ");

/** All subsets of some scopes, each sorted. */
function subsetsOf(scopes: readonly string[]): readonly (readonly string[])[] {
  return scopes.reduce<readonly (readonly string[])[]>(
    (subsets, scope) => [...subsets, ...subsets.map((subset) => [...subset, scope])],
    [[]],
  );
}

/** The union of the first sets of the calls that have no other set within `scopes`. */
function needs(calls: readonly Sets[], scopes: readonly string[]): readonly string[] {
  const taking = calls.filter(([first = [], ...others]) => {
    const useful = others.filter((set) => !isWithin(first, set));
    return !useful.some((set) => isWithin(set, scopes));
  });
  return [...new Set(taking.flatMap(([first = []]) => first))].toSorted();
}

/**
 * Finds the least-privileged scopes by trying all sets of scopes.
 *
 * @param calls sets of each call, least privileged first; for a few scopes, as it takes exponential time
 */
export function leastByTrying(calls: readonly Sets[]): readonly string[] {
  const all = [...new Set(calls.flat(2))].toSorted();
  let decided = [...new Map(calls.map((sets) => [JSON.stringify(sets), sets])).values()];
  for (;;) {
    const current = decided;
    const stable = subsetsOf(all).filter((set) => keyOf(needs(current, needs(current, set))) === keyOf(set));
    const smallest = stable.find((set) => stable.every((other) => isWithin(set, other)));
    if (smallest === undefined) throw new Error("there is no smallest set");
    if (keyOf(needs(current, smallest)) === keyOf(smallest)) return withoutSpare(smallest, calls);
    const open = current.filter(
      ([first = [], ...others]) =>
        !isWithin(first, smallest) && !others.some((set) => !isWithin(first, set) && isWithin(set, smallest)),
    );
    const votes = open.map(([first = []]) => keyOf(first));
    const count = (name: string): number => votes.filter((vote) => vote === name).length;
    const most = Math.max(...votes.map(count));
    const winner = votes.filter((name) => count(name) === most).toSorted()[0];
    decided = current.map((sets) => (keyOf(sets[0] ?? []) === winner ? sets.slice(0, 1) : sets));
  }
}

function withoutSpare(scopes: readonly string[], calls: readonly Sets[]): readonly string[] {
  return scopes.reduce<readonly string[]>((kept, scope) => {
    const rest = kept.filter((other) => other !== scope);
    return calls.every((sets) => sets.length === 0 || sets.some((set) => isWithin(set, rest))) ? rest : kept;
  }, scopes);
}
