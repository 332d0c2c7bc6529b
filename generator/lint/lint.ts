import type { ApiModel } from "../api/model.ts";
import type { Place } from "../diagnostics/diagnostic.ts";
import type { Document } from "../markdown/model.ts";
import type { Page } from "../page/model.ts";
import { METADATA_RULES, PAGE_RULES, SITE_RULES, type Finding } from "./catalog.ts";
import type { ComparedSite, LintPage, PageIndex } from "./model.ts";
import { escapePattern, findInFence } from "./place.ts";
import { anchorsOf } from "./text/anchors.ts";
import { writtenLinks } from "./text/links.ts";
import { proseLines } from "./text/prose.ts";
import { readSuppressions } from "./text/suppressions.ts";

/*
 * The linter: takes parsed pages and the linked model, and returns findings. Each rule is one file below `rules/`;
 * `catalog.ts` joins their entries with those of the stages.
 */

/** Findings of the rules for one page, and its data for the rules for all pages. */
export interface LintedPage {
  readonly index: PageIndex;
  readonly diagnostics: readonly Finding[];
}

/**
 * Runs the rules that need a single page.
 *
 * @param text text of the file
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
 * Runs the rules that compare pages with each other.
 *
 * @param model the linked model of all pages
 * @param pages the indexes of the pages
 * @param files all files below the docs folder
 */
export function lintSite(model: ApiModel, pages: readonly PageIndex[], files: readonly string[]): readonly Finding[] {
  return SITE_RULES.flatMap((rule) => rule.check({ model, pages, files }));
}

/** Runs the rules that compare the docs with the metadata of the service. */
export function lintMetadata(site: ComparedSite): readonly Finding[] {
  return METADATA_RULES.flatMap((rule) => rule.check(site));
}
