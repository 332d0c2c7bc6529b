import type { ApiModel } from "../api/model.ts";
import { compareDiagnostics, type Diagnostic } from "../diagnostics/diagnostic.ts";
import type { ReportFormat } from "../diagnostics/report/model.ts";
import { report } from "../diagnostics/report/report.ts";
import { countSeverities, severityLine } from "../diagnostics/report/text.ts";
import { readModel } from "../pipeline.ts";
import type { Settings } from "../settings.ts";
import { countPages } from "./build.ts";
import { docsPrefix, type Context, type ExitCode } from "./context.ts";

/** What the user may say to `lint` beyond the settings. */
export interface LintOptions {
  readonly format: ReportFormat;
  /** Hold every JSON example against its type. */
  readonly examples: boolean;
}

/**
 * Prints every diagnostic of the docs on stdout.
 *
 * @param context the world
 * @param settings settings of the run
 * @param options how to print
 * @returns 1 when one of them is an error, else 0
 */
export async function lint(context: Context, settings: Settings, options: LintOptions): Promise<ExitCode> {
  await countPages(context, settings);
  const model = await readModel(context.host, settings, undefined, context.work);
  const diagnostics = [...model.diagnostics, ...(options.examples ? await checkExamples(model) : [])].toSorted(
    compareDiagnostics,
  );
  const shown = { prefix: docsPrefix(context, settings.docs), colour: context.stdout.colour };
  await context.stdout.write(report(options.format, diagnostics, shown));
  await context.stderr.write(`${severityLine(diagnostics)}\n`);
  return countSeverities(diagnostics).error > 0 ? 1 : 0;
}

/** Loaded when needed: the compiler takes a second to load. */
async function checkExamples(model: ApiModel): Promise<readonly Diagnostic[]> {
  const { lintExamples } = await import("../proof/lint-examples.ts");
  return lintExamples(model);
}
