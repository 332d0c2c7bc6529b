import type { ApiModel } from "../api/model.ts";
import type { DiagnosticCode } from "../diagnostics/catalog.ts";
import { compareDiagnostics, type Diagnostic } from "../diagnostics/diagnostic.ts";
import { lintPage, lintSite, type LintedPage } from "../lint/lint.ts";
import { atLevels } from "../lint/severity.ts";
import { suppress } from "../lint/suppress.ts";
import { pageTask } from "../page-task.ts";
import { linkResults, readSources } from "../pipeline.ts";
import type { Settings } from "../settings.ts";
import type { Context } from "./context.ts";

/**
 * Finds everything that is wrong with the docs: what the stages notice, what the rules find, and where examples
 * disagree with the tables.
 *
 * @param context the world
 * @param settings settings of the run
 * @param examples whether to hold the JSON examples against their types
 * @returns ordered by place, with the severities that the user wants, without what comments in the pages take away
 */
export async function findDiagnostics(
  context: Context,
  settings: Settings,
  examples: boolean,
): Promise<readonly Diagnostic[]> {
  const pages: LintedPage[] = [];
  const sources = await readSources(context.host, settings);
  // Rules need the sections of a page, which no earlier run has kept.
  const results = sources.map((source) =>
    pageTask(source, (text, document, page) => {
      pages.push(lintPage(text, document, page));
    }),
  );
  const model = linkResults(results, settings);
  const indexes = pages.map(({ index }) => index);
  const files = await context.host.list(settings.docs);
  const found = [
    ...model.diagnostics,
    ...pages.flatMap(({ diagnostics }) => diagnostics),
    ...lintSite(model, indexes, files),
    ...(examples ? await checkExamples(model) : []),
  ];
  const isLookedFor = (code: DiagnosticCode): boolean =>
    settings.rules[code] !== "off" && (examples || !isOfExamples(code));
  return atLevels(suppress(found, indexes, isLookedFor), settings.rules).toSorted(compareDiagnostics);
}

/** Codes of what the compiler finds in examples. */
function isOfExamples(code: DiagnosticCode): boolean {
  return /^example-(?:property|value|type)-/.test(code);
}

/** Loaded when needed: the compiler takes a second to load. */
async function checkExamples(model: ApiModel): Promise<readonly Diagnostic[]> {
  const { lintExamples } = await import("../proof/lint-examples.ts");
  return lintExamples(model);
}
