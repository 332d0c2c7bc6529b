import type { ApiModel } from "../api/model.ts";
import { compareDiagnostics, type Diagnostic } from "../diagnostics/diagnostic.ts";
import { keyOf } from "../cache/store.ts";
import type { DiagnosticCode, Finding } from "../lint/catalog.ts";
import { atLevels } from "../lint/levels.ts";
import { lintSite } from "../lint/lint.ts";
import { suppress } from "../lint/suppress.ts";
import { lintResults } from "../page-results.ts";
import { linkResults } from "../pipeline.ts";
import type { Settings } from "../settings.ts";
import { findAllPages } from "../source/find.ts";
import type { FoundPage } from "../source/model.ts";
import { PLAIN_WORK, type Work } from "../work.ts";
import type { Context } from "./context.ts";

/**
 * Finds all problems of the docs: the diagnostics of the stages, the findings of the rules, and the examples that
 * contradict the tables.
 *
 * @param context environment of the command
 * @param settings settings of the run
 * @param examples whether to check the JSON examples against their types
 * @returns ordered by place, with the configured severities, without the findings that comments in the pages suppress
 */
export async function findDiagnostics(
  context: Context,
  settings: Settings,
  examples: boolean,
): Promise<readonly Finding[]> {
  const work = context.work ?? PLAIN_WORK;
  const sources = await findAllPages({ host: context.host, ...settings }, await work.sources());
  const files = await context.host.list(settings.docs);
  const store = await work.lint();
  const key = findingsKey(sources, files, settings, examples, work.stamp);
  const known = store.get(key);
  if (known !== null) return parseFindings(known);
  const results = await lintResults(sources, work);
  const model = linkResults(
    results.map(({ result }) => result),
    settings,
  );
  const pages = results.flatMap(({ linted }) => linted ?? []);
  const indexes = pages.map(({ index }) => index);
  const found = [
    ...model.diagnostics,
    ...pages.flatMap(({ diagnostics }) => diagnostics),
    ...lintSite(model, indexes, files),
    ...(examples ? await checkExamples(model, work) : []),
  ];
  const isLookedFor = (code: DiagnosticCode): boolean =>
    settings.rules[code] !== "off" && (examples || !isOfExamples(code));
  const findings = atLevels(suppress(found, indexes, isLookedFor), settings.rules).toSorted(compareDiagnostics);
  store.set(key, JSON.stringify(findings));
  return findings;
}

/** Key of all findings: every page with its includes, every file that a link may lead to, what is looked for. */
function findingsKey(
  sources: readonly FoundPage[],
  files: readonly string[],
  { rules, baseUrl }: Settings,
  examples: boolean,
  stamp: string,
): string {
  const pages = sources.map(({ path, content }) => [path, content]);
  return keyOf(stamp, "findings", JSON.stringify({ rules, baseUrl, examples, files, pages }));
}

/** The store checks that the text is whole, and the program's stamp is part of its key. */
function parseFindings(text: string): readonly Finding[] {
  const parsed: unknown = JSON.parse(text);
  return isDiagnostics(parsed) ? parsed : [];
}

function isDiagnostics(value: unknown): value is readonly Finding[] {
  return Array.isArray(value);
}

/** Whether a code belongs to a finding of the compiler in an example. */
export function isOfExamples(code: string): boolean {
  return /^example-(?:property|value|type)-/.test(code);
}

/** Loaded on demand: loading the compiler takes a second. */
async function checkExamples(model: ApiModel, work: Work): Promise<readonly Diagnostic[]> {
  const { lintExamples } = await import("../proof/lint-examples.ts");
  return lintExamples(model, { known: await work.proofs(), stamp: work.stamp });
}
