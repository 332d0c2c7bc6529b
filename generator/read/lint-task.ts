import type { Place, Result } from "../diagnostics/diagnostic.ts";
import type { Finding } from "../lint/catalog.ts";
import { lintPage, type LintedPage } from "../lint/lint.ts";
import type { PageIndex } from "../lint/model.ts";
import { pageTask } from "./page-task.ts";
import { GRAPH_DIALECT, type Dialect } from "../page/dialect.ts";
import type { Page } from "../page/model.ts";
import type { SourcePage } from "../source/model.ts";

/** Facts of a page and the findings of the page rules; null for a page that could not be parsed. */
export interface LintedSource {
  readonly result: Result<Page | null>;
  readonly linted: LintedPage | null;
}

/** A {@link LintedSource} as plain data: the page is part of the result, maps and sets are arrays. */
export interface LintedRecord {
  readonly result: Result<Page | null>;
  readonly linted: {
    readonly diagnostics: readonly Finding[];
    readonly links: PageIndex["links"];
    readonly suppressions: PageIndex["suppressions"];
    readonly anchors: readonly string[];
    readonly members: readonly (readonly [name: string, place: Place])[];
  } | null;
}

/** Reads a page and runs the rules that need a single page. A pure function of the page and its includes. */
export function lintTask(source: SourcePage, dialect: Dialect = GRAPH_DIALECT): LintedSource {
  const linted: LintedPage[] = [];
  const result = pageTask(source, dialect, (text, document, page) => {
    linted.push(lintPage(text, document, page));
  });
  return { result, linted: result[0] === null ? null : (linted[0] ?? null) };
}

/** Serializes a linted page, for another thread or the cache. */
export function printLinted({ result, linted }: LintedSource): string {
  if (linted === null) return JSON.stringify({ result, linted: null } satisfies LintedRecord);
  const { anchors, members, links, suppressions } = linted.index;
  const { diagnostics } = linted;
  const plain = { diagnostics, links, suppressions, anchors: [...anchors], members: [...members] };
  return JSON.stringify({ result, linted: plain } satisfies LintedRecord);
}

/** Restores the maps and sets of a linted page. */
export function parseLinted(record: LintedRecord): LintedSource {
  const { result, linted } = record;
  const [page] = result;
  if (linted === null || page === null) return { result, linted: null };
  const { diagnostics, anchors, members, links, suppressions } = linted;
  const index = { page, links, suppressions, anchors: new Set(anchors), members: new Map(members) };
  return { result, linted: { diagnostics, index } };
}
