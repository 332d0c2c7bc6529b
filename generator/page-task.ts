import { createCollector, createDiagnostic, type Result } from "./diagnostics/diagnostic.ts";
import { readDocument } from "./markdown/sections.ts";
import { extractPage } from "./page/extract.ts";
import type { Page } from "./page/model.ts";
import type { SourcePage } from "./source/model.ts";

/**
 * Reads one page: `source → markdown → page`. A pure function of the page and its includes, so that it can run in a
 * worker and its result can be kept.
 *
 * @returns the page's facts, or null for a file that is no text
 */
export function pageTask(source: SourcePage): Result<Page | null> {
  const collector = createCollector();
  if (source.text === null) {
    collector.add(
      "file-unreadable",
      { reason: source.problem ?? "unknown" },
      { file: source.path, line: 1, column: 1 },
    );
    return collector.wrap(null);
  }
  try {
    const document = collector.pipe(readDocument(source.path, source.text, source.includes));
    return collector.wrap(collector.pipe(extractPage(document)));
  } catch (error) {
    // What exhausts a parser (nesting without end, aliases of aliases) must not stop the other pages.
    const reason = error instanceof Error ? error.message : String(error);
    return [null, [createDiagnostic("page-unreadable", { reason }, { file: source.path, line: 1, column: 1 })]];
  }
}
