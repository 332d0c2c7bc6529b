import { entryOf, isStageFinding, type Finding } from "../../lint/catalog.ts";
import { atLevels, type RuleLevels } from "../../lint/levels.ts";
import { suppress } from "../../lint/suppress.ts";
import type { LintedSource } from "../../read/lint-task.ts";
import type { ReadPages } from "../package/build-package.ts";

/** Reads pages for `watch`. */
export interface WholePages {
  /** Reads pages; a broken page keeps the facts that it had before. */
  readonly read: ReadPages;
  /** Returns the pages that are currently broken. */
  broken(): BrokenPages;
}

/** Pages that count as they were. */
export interface BrokenPages {
  /** Paths of the pages; the place of a finding may be in a file that a page includes. */
  readonly pages: readonly string[];
  readonly findings: readonly Finding[];
}

/**
 * Keeps the previous facts of a page that is temporarily broken (half written, empty, with an unclosed fence).
 *
 * @param read reads the current pages
 * @param levels configured levels of rules
 */
export function createWholePages(read: ReadPages, levels: RuleLevels): WholePages {
  const whole = new Map<string, LintedSource>();
  let broken: BrokenPages = { pages: [], findings: [] };
  return {
    read: async (pages) => {
      const results = await read(pages);
      const found: { readonly page: string; readonly reasons: readonly Finding[] }[] = [];
      const counted = results.map((now, index): LintedSource => {
        const page = pages[index]?.path ?? "";
        const before = whole.get(page);
        const reasons = before === undefined || before === now ? [] : reasonsAgainst(now, before, levels);
        if (before === undefined || reasons.length === 0) return now;
        found.push({ page, reasons });
        return before;
      });
      broken = { pages: found.map(({ page }) => page), findings: found.flatMap(({ reasons }) => reasons) };
      whole.clear();
      for (const [index, result] of counted.entries()) whole.set(pages[index]?.path ?? "", result);
      return counted;
    },
    broken: () => broken,
  };
}

/** Findings that show that a page lost facts since it was complete. */
function reasonsAgainst(now: LintedSource, before: LintedSource, levels: RuleLevels): readonly Finding[] {
  const [old, current] = [lossesOf(before, levels), lossesOf(now, levels)];
  const count = (findings: readonly Finding[], code: string): number =>
    findings.filter((finding) => finding.code === code).length;
  return current.filter(({ code }) => count(current, code) > count(old, code));
}

/** Findings of a page that mean that facts are missing, whatever level they have. */
function lossesOf({ result: [, found], linted }: LintedSource, levels: RuleLevels): readonly Finding[] {
  const isLoss = ({ code }: Finding): boolean => entryOf(code).severity === "error" || code === "page-without-facts";
  const left = suppress(found.filter(isLoss), linted === null ? [] : [linted.index], () => false);
  return atLevels(left.filter(isStageFinding), levels);
}
