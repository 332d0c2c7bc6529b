import type { PermissionFacts } from "../model.ts";

/**
 * Joins the rows of each permission type and resource.
 *
 * @param reversed the last row, not the first one, has the least privileged permission
 */
export function mergeRows(facts: readonly PermissionFacts[], reversed: boolean): readonly PermissionFacts[] {
  const merged = new Map<string, PermissionFacts>();
  for (const fact of facts) {
    const key = JSON.stringify([fact.scheme, fact.resource]);
    const above = merged.get(key);
    if (above === undefined) merged.set(key, fact);
    else merged.set(key, { ...(reversed ? joinRows(fact, above) : joinRows(above, fact)), source: above.source });
  }
  return [...merged.values()];
}

function joinRows(less: PermissionFacts, more: PermissionFacts): PermissionFacts {
  const answers = [less.supported, more.supported];
  const unsupported = answers.includes(null) ? null : false;
  const sets = less.alternatives ?? more.alternatives;
  return {
    ...less,
    ...(sets === undefined ? {} : { alternatives: [...setsOf(less), ...setsOf(more)] }),
    scopes: [...new Set([...less.scopes, ...more.scopes])],
    leastPrivileged: less.leastPrivileged.length > 0 ? less.leastPrivileged : more.leastPrivileged,
    supported: answers.includes(true) ? true : unsupported,
  };
}

function setsOf({ alternatives, scopes }: PermissionFacts): readonly (readonly string[])[] {
  return alternatives ?? scopes.map((scope) => [scope]);
}
