import type { Diagnostic, Result } from "../diagnostics/diagnostic.ts";
import type { Page } from "../page/model.ts";

/** What a page states. */
export type PageResult = Result<Page | null>;

/**
 * Lets a page that is broken for a moment (half written, emptied, a fence left open) count as it was before.
 *
 * @param results what the pages state now, by path
 * @param good what each stated when it was last whole; brought up to date
 * @returns what to take them for, and what is wrong with those that are broken
 */
export function keepGood(
  results: readonly (readonly [path: string, result: PageResult])[],
  good: Map<string, PageResult>,
): { readonly results: readonly PageResult[]; readonly broken: readonly Diagnostic[] } {
  const broken: Diagnostic[] = [];
  const kept = results.map(([path, result]) => {
    const last = good.get(path);
    const reasons = last === undefined || last === result ? [] : reasonsAgainst(result, last);
    broken.push(...reasons);
    if (last !== undefined && reasons.length > 0) return last;
    good.set(path, result);
    return result;
  });
  const paths = new Set(results.map(([path]) => path));
  for (const path of good.keys()) if (!paths.has(path)) good.delete(path);
  return { results: kept, broken };
}

/** What a page lost since it was whole: a fact by an error, or all of its facts. */
function reasonsAgainst([, now]: PageResult, [, before]: PageResult): readonly Diagnostic[] {
  const count = ({ code }: Diagnostic): number => before.filter((item) => item.code === code).length;
  const isLoss = ({ severity, code }: Diagnostic): boolean => severity === "error" || code === "page-without-facts";
  return now.filter((item) => isLoss(item) && now.filter(({ code }) => code === item.code).length > count(item));
}
