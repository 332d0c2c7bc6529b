import type { Diagnostic, Result } from "../../diagnostics/diagnostic.ts";
import type { Page } from "../../page/model.ts";
import type { ReadPages } from "../package/build-package.ts";

/** What a page states. */
export type PageResult = Result<Page | null>;

/** Reads pages for a watch. */
export interface WholePages {
  /** Reads pages; one that is broken counts as it was when it was last whole. */
  readonly read: ReadPages;
  /** Returns what is wrong with the pages that are broken now. */
  broken(): readonly Diagnostic[];
}

/**
 * Lets a page that is broken for a moment (half written, emptied, a fence left open) count as it was before.
 *
 * @param read reads the pages as they are
 */
export function createWholePages(read: ReadPages): WholePages {
  const whole = new Map<string, PageResult>();
  let broken: readonly Diagnostic[] = [];
  return {
    read: async (pages) => {
      const results = await read(pages);
      const found: Diagnostic[] = [];
      const counted = pages.map(({ path }, index): PageResult => {
        const now = results[index] ?? [null, []];
        const before = whole.get(path);
        const reasons = before === undefined ? [] : reasonsAgainst(now, before);
        found.push(...reasons);
        return before !== undefined && reasons.length > 0 ? before : now;
      });
      broken = found;
      whole.clear();
      for (const [index, { path }] of pages.entries()) whole.set(path, counted[index] ?? [null, []]);
      return counted;
    },
    broken: () => broken,
  };
}

/** What a page lost since it was whole: a fact by an error, or all of its facts. */
function reasonsAgainst([, now]: PageResult, [, before]: PageResult): readonly Diagnostic[] {
  const count = ({ code }: Diagnostic): number => before.filter((item) => item.code === code).length;
  const isLoss = ({ severity, code }: Diagnostic): boolean => severity === "error" || code === "page-without-facts";
  return now.filter((item) => isLoss(item) && now.filter(({ code }) => code === item.code).length > count(item));
}
