import type { Diagnostic, Result } from "../../diagnostics/diagnostic.ts";
import type { Page } from "../../page/model.ts";
import type { ReadPages } from "../package/build-package.ts";

/** Facts of a page with its diagnostics. */
export type PageResult = Result<Page | null>;

/** Reads pages for `watch`. */
export interface WholePages {
  /** Reads pages; a broken page keeps the facts that it had before. */
  readonly read: ReadPages;
  /** Returns the diagnostics of the pages that are currently broken. */
  broken(): readonly Diagnostic[];
}

/**
 * Keeps the previous facts of a page that is temporarily broken (half written, empty, with an unclosed fence).
 *
 * @param read reads the current pages
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

/** Diagnostics that show that a page lost facts since it was complete. */
function reasonsAgainst([, now]: PageResult, [, before]: PageResult): readonly Diagnostic[] {
  const count = ({ code }: Diagnostic): number => before.filter((item) => item.code === code).length;
  const isLoss = ({ severity, code }: Diagnostic): boolean => severity === "error" || code === "page-without-facts";
  return now.filter((item) => isLoss(item) && now.filter(({ code }) => code === item.code).length > count(item));
}
