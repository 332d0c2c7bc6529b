import type { ApiModel } from "../api/model.ts";
import type { Diagnostic, Place } from "../diagnostics/diagnostic.ts";
import type { Document } from "../markdown/model.ts";
import type { Page } from "../page/model.ts";
import type { LintPage, PageIndex } from "./model.ts";
import { escapePattern, findInFence } from "./place.ts";
import { PAGE_RULES, SITE_RULES } from "./rules.ts";
import { anchorsOf } from "./text/anchors.ts";
import { writtenLinks } from "./text/links.ts";
import { proseLines } from "./text/prose.ts";
import { readSuppressions } from "./text/suppressions.ts";

/** What the rules say of one page, and what is kept of it for those that look at all pages. */
export interface LintedPage {
  readonly index: PageIndex;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Runs the rules that need one page alone.
 *
 * @param text the page as it stands in the file
 * @param document its sections
 * @param page its facts
 */
export function lintPage(text: string, document: Document, page: Page): LintedPage {
  const lines = text.split("\n");
  const lintable: LintPage = { path: page.path, lines, document, page };
  return {
    index: {
      page,
      anchors: anchorsOf(document, lines),
      links: writtenLinks(page.path, proseLines(lines)),
      suppressions: readSuppressions(page.path, lines),
      members: membersOf(lintable),
    },
    diagnostics: PAGE_RULES.flatMap((rule) => rule.check(lintable)),
  };
}

function membersOf(page: LintPage): ReadonlyMap<string, Place> {
  const members = page.page.types.flatMap(({ sketch }) => sketch);
  return new Map(
    members.map(({ name, type }) => [name, findInFence(page, type.place, new RegExp(`"${escapePattern(name)}"\\s*:`))]),
  );
}

/**
 * Runs the rules that hold pages against each other.
 *
 * @param model the linked model of all pages
 * @param pages what was kept of each page
 * @param files every file below the docs folder
 */
export function lintSite(
  model: ApiModel,
  pages: readonly PageIndex[],
  files: readonly string[],
): readonly Diagnostic[] {
  return SITE_RULES.flatMap((rule) => rule.check({ model, pages, files }));
}
