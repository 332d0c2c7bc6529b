import path from "node:path";
import { countSeverities, severityLine } from "../../diagnostics/report/text.ts";
import { beyond, parseBaseline, printBaseline, toBaseline, type Baseline } from "../../lint/baseline.ts";
import type { Finding } from "../../lint/catalog.ts";
import { fixOf } from "../../lint/fix.ts";
import { report, type ReportFormat } from "../../lint/report/report.ts";
import { reportSummary } from "../../lint/report/summary.ts";
import { ConfigError, type Settings } from "../../settings.ts";
import { countPages } from "../package/build.ts";
import { docsPrefix, shownPath, type Context, type ExitCode } from "../context.ts";
import { findDiagnostics } from "./find.ts";
import { fixPages, versionOf } from "./fix.ts";
import { readLines } from "./lines.ts";
import { hostAtRevision } from "./revision.ts";

/** What the user may say to `lint` beyond the settings. */
export interface LintOptions {
  readonly format: ReportFormat;
  /** Hold every JSON example against its type. */
  readonly examples: boolean;
  /** More warnings than this fail the run. */
  readonly maxWarnings: number;
  /** File of known findings, absolute, or null. */
  readonly baseline: string | null;
  /** Write the file of known findings instead of reading it. */
  readonly updateBaseline: boolean;
  /** Revision whose findings are known, or null. */
  readonly changedSince: string | null;
  /** Mend what can be mended mechanically. */
  readonly fix: boolean;
}

/**
 * Prints every diagnostic of the docs on stdout.
 *
 * @param context the world
 * @param settings settings of the run
 * @param options what to look for and how to print
 * @returns 1 when one of them is an error, or there are too many warnings, else 0
 * @throws ConfigError when the baseline or the revision cannot be read
 */
export async function lint(context: Context, settings: Settings, options: LintOptions): Promise<ExitCode> {
  await countPages(context, settings);
  const known = await knownFindings(context, settings, options);
  let diagnostics = await findDiagnostics(context, settings, options.examples);
  if (options.fix) {
    const count = await fixPages(context, settings, diagnostics);
    await context.stderr.write(`${String(count)} mended\n`);
    if (count > 0) diagnostics = await findDiagnostics(context, settings, options.examples);
  }
  if (options.updateBaseline && options.baseline !== null) {
    await context.host.write(options.baseline, new TextEncoder().encode(printBaseline(toBaseline(diagnostics))));
    await context.stderr.write(`${String(diagnostics.length)} findings are known from now on\n`);
    return 0;
  }
  const found = known.reduce<readonly Finding[]>((left, baseline) => beyond(baseline, left), diagnostics);
  await show(context, settings, options, found);
  const counts = countSeverities(found);
  return counts.error > 0 || counts.warning > options.maxWarnings ? 1 : 0;
}

async function show(
  context: Context,
  settings: Settings,
  { format, maxWarnings }: LintOptions,
  found: readonly Finding[],
): Promise<void> {
  const { colour } = context.stdout;
  const lines = format === "github" ? new Map<string, string[]>() : await readLines(context.host, settings.docs, found);
  const shown = { prefix: docsPrefix(context, settings.docs), colour, lines };
  await context.stdout.write(report(format, format === "pretty" ? found : withFixes(found, lines, settings), shown));
  if (format === "pretty") await context.stdout.write(reportSummary(found, shown));
  await context.stderr.write(`${severityLine(found)}\n`);
  const { error, warning } = countSeverities(found);
  if (error === 0 && warning > maxWarnings) {
    await context.stderr.write(`--max-warnings ${String(maxWarnings)} allows fewer\n`);
  }
}

/** What mends each finding goes with it to programs that can mend pages. */
function withFixes(
  found: readonly Finding[],
  files: ReadonlyMap<string, readonly string[]>,
  settings: Settings,
): readonly Finding[] {
  return found.map((diagnostic) => {
    const fix = fixOf(diagnostic, files.get(diagnostic.place.file) ?? [], versionOf(settings));
    return fix === null ? diagnostic : { ...diagnostic, fix };
  });
}

async function knownFindings(
  context: Context,
  settings: Settings,
  { baseline, updateBaseline, changedSince, examples }: LintOptions,
): Promise<readonly Baseline[]> {
  if (updateBaseline && baseline === null) throw new ConfigError("--update-baseline needs --baseline <file>");
  const known: Baseline[] = [];
  if (baseline !== null && !updateBaseline) known.push(await readBaseline(context, baseline));
  if (changedSince !== null) {
    const host = await hostAtRevision(settings.docs, changedSince);
    const hasDocs = (await host.kind(settings.docs)) === "folder";
    known.push(toBaseline(hasDocs ? await findDiagnostics({ ...context, host }, settings, examples) : []));
  }
  return known;
}

async function readBaseline(context: Context, file: string): Promise<Baseline> {
  const shown = path.isAbsolute(file) ? shownPath(context, file) : file;
  if ((await context.host.kind(file)) !== "file") {
    throw new ConfigError(`--baseline ${shown} is no file: write it with --update-baseline`);
  }
  const bytes = await context.host.read(file);
  const baseline = parseBaseline(bytes === null ? "" : new TextDecoder().decode(bytes));
  if (baseline !== null) return baseline;
  throw new ConfigError(`--baseline ${shown} holds no baseline of this version: write it with --update-baseline`);
}
