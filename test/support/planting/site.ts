import process from "node:process";
import type { Result } from "../../../generator/diagnostics/diagnostic.ts";
import type { Finding } from "../../../generator/lint/catalog.ts";
import { createNodeHost } from "../../../generator/host/node-host.ts";
import { lintPage, lintSite, type LintedPage } from "../../../generator/lint/lint.ts";
import { suppress } from "../../../generator/lint/suppress.ts";
import { GRAPH_DIALECT } from "../../../generator/page/dialect.ts";
import { pageTask } from "../../../generator/read/page-task.ts";
import type { Page } from "../../../generator/page/model.ts";
import { linkResults } from "../../../generator/pipeline.ts";
import { lintExamples } from "../../../generator/proof/lint-examples.ts";
import { resolveSettings, type Settings } from "../../../generator/settings.ts";
import type { SourcePage } from "../../../generator/source/model.ts";
import { findAllPages, loadPages } from "../../../generator/source/find.ts";
import { compareStrings } from "../../../generator/util/compare.ts";

/** A page as it was read and linted. */
interface Done {
  readonly source: SourcePage;
  readonly result: Result<Page | null>;
  readonly linted: LintedPage | null;
}

/** Docs that are linted again and again, each time with one page otherwise; the others are read once. */
export interface Site {
  /** Texts by path. */
  readonly docs: ReadonlyMap<string, string>;
  readonly sources: readonly SourcePage[];
  /** Everything that is found, as `lint` does; with the examples of all pages, or of those that are named only. */
  find(change: Change | null, examples: "all" | readonly string[]): readonly Finding[];
}

export interface Change {
  readonly path: string;
  readonly text: string;
}

/** Reads docs for `find`. */
export async function readSite(docs: string, root: string): Promise<Site> {
  const host = createNodeHost();
  const settings = await resolveSettings(host, process.cwd(), { docs, root });
  const files = await host.list(settings.docs);
  const done = (await loadPages(await findAllPages({ host, ...settings }))).map(readPage);
  return {
    docs: new Map(done.map(({ source }) => [source.path, source.text ?? ""])),
    sources: done.map(({ source }) => source),
    find: (change, examples) => findIn(changed(done, change), settings, change, files, examples),
  };
}

function readPage(source: SourcePage): Done {
  const linted: LintedPage[] = [];
  const result = pageTask(source, GRAPH_DIALECT, (text, document, page) => {
    linted.push(lintPage(text, document, page));
  });
  return { source, result, linted: linted[0] ?? null };
}

function changed(done: readonly Done[], change: Change | null): readonly Done[] {
  if (change === null) return done;
  const includes = done.find(({ source }) => source.path === change.path)?.source.includes ?? {};
  const missing = /\[!INCLUDE \[none\]\(([^)]*)\)/.exec(change.text)?.[1] ?? null;
  const all = missing === null ? includes : { ...includes, [missing.replace(/^\.\.\//, "")]: null };
  const page = readPage({ path: change.path, text: change.text, problem: null, includes: all });
  const others = done.filter(({ source }) => source.path !== change.path);
  return [...others, page].toSorted((a, b) => compareStrings(a.source.path, b.source.path));
}

function findIn(
  pages: readonly Done[],
  settings: Settings,
  change: Change | null,
  files: readonly string[],
  examples: "all" | readonly string[],
): readonly Finding[] {
  const model = linkResults(
    pages.map(({ result }) => result),
    settings,
  );
  const linted = pages.flatMap(({ linted: each }) => each ?? []);
  const indexes = linted.map(({ index }) => index);
  const operations = model.operations.filter(({ source }) => examples === "all" || examples.includes(source.file));
  const found = [
    ...model.diagnostics,
    ...linted.flatMap(({ diagnostics }) => diagnostics),
    ...lintSite(model, indexes, change === null ? files : [...new Set([...files, change.path])]),
    ...(operations.length > 0 ? lintExamples({ ...model, operations }) : []),
  ];
  return suppress(found, indexes, () => true);
}
