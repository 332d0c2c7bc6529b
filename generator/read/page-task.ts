import { createCollector, createDiagnostic, type Diagnostic, type Result } from "../diagnostics/diagnostic.ts";
import type { Document } from "../markdown/model.ts";
import { findDeepLine } from "../markdown/nesting.ts";
import { readDocument } from "../markdown/document.ts";
import { joinRows } from "../page/content/join-rows.ts";
import { removeMarks } from "../page/content/footnotes.ts";
import { toDialect } from "../page/content/to-dialect.ts";
import { GRAPH_DIALECT, type Dialect } from "../page/dialect.ts";
import { reportContentInCode } from "../page/content/code-claims.ts";
import { reportUnclaimedPipes } from "../page/content/pipe-claims.ts";
import { placeTables } from "../page/content/table-sections.ts";
import { completeTitle } from "../page/content/title.ts";
import { reportUnreadTables } from "../page/content/unread-tables.ts";
import { extractPage } from "../page/extract.ts";
import type { Page } from "../page/model.ts";
import { dropLongNames } from "../page/names/long-names.ts";
import type { SourcePage } from "../source/model.ts";

/** Receives a page that has been read, while its sections are still in memory. */
export type Inspect = (text: string, document: Document, page: Page) => void;

/**
 * Reads one page: `source → markdown → page`. A pure function of the page and its includes, so that it can run in a
 * worker and its result can be stored.
 *
 * @param source the page and its includes
 * @param dialect namespace and words of the docs
 * @param inspect receives the page when it has been read
 * @returns the page's facts, or null for a file that cannot be read
 */
export function pageTask(
  source: SourcePage,
  dialect: Dialect = GRAPH_DIALECT,
  inspect: Inspect = () => undefined,
): Result<Page | null> {
  const collector = createCollector();
  if (source.text === null) {
    collector.add(
      "file-unreadable",
      { reason: source.problem ?? "unknown" },
      { file: source.path, line: 1, column: 1 },
    );
    return collector.wrap(null);
  }
  const deep = findDeep(source);
  if (deep !== null) return [null, [deep]];
  try {
    const parsed = collector.pipe(readDocument(source.path, source.text, source.includes));
    const joined = collector.pipe(joinRows(parsed, dialect.vocabulary));
    const written = removeMarks(collector.pipe(toDialect(joined, dialect.vocabulary)));
    const document = collector.pipe(placeTables(completeTitle(written)));
    const page = collector.pipe(extractPage(document, dialect.namespace));
    collector.pipe(reportContentInCode(written, collector.diagnostics));
    collector.pipe(reportUnreadTables(document, page, collector.diagnostics));
    collector.pipe(reportUnclaimedPipes(written, source.text, collector.diagnostics));
    inspect(source.text, written, page);
    return collector.wrap(collector.pipe(dropLongNames(page)));
  } catch (error) {
    // Content that exhausts a parser (deep nesting, aliases of aliases) must not stop the other pages.
    const reason = error instanceof Error ? error.message : String(error);
    return [null, [createDiagnostic("page-unreadable", { reason }, { file: source.path, line: 1, column: 1 })]];
  }
}

/** Nesting of a page or of an include that would keep the parser busy for minutes. */
function findDeep({ path, text, includes }: SourcePage): Diagnostic | null {
  for (const [file, content] of [[path, text] as const, ...Object.entries(includes)]) {
    const deep = findDeepLine(content ?? "");
    if (deep === null) continue;
    const { kind, most, line, column } = deep;
    return createDiagnostic("nesting-too-deep", { kind, most }, { file, line, column });
  }
  return null;
}
