import path from "node:path";
import { counted, countSeverities, severityLine } from "../../diagnostics/report/text.ts";
import { beyond, parseBaseline, printBaseline, toBaseline, type Baseline } from "../../lint/baseline.ts";
import type { Finding } from "../../lint/catalog.ts";
import { fixOf } from "../../lint/fix.ts";
import { report, type ReportFormat } from "../../lint/report/report.ts";
import { reportSummary } from "../../lint/report/summary.ts";
import { ConfigError, type Settings } from "../../settings.ts";
import { countPages } from "../package/build.ts";
import { relativePath, shownPath, type Context, type ExitCode } from "../context.ts";
import { findDiagnostics } from "./find.ts";
import { fixPages, versionOf } from "./fix.ts";
import { readLines } from "./lines.ts";
import { loadMetadata, printCoverage, type LoadedMetadata } from "./metadata.ts";
import { hostAtRevision } from "./revision.ts";

/** Flags of `lint` that are not settings. */
export interface LintOptions {
  readonly format: ReportFormat;
  /** Whether to check every JSON example against its type. */
  readonly examples: boolean;
  /** Maximum number of warnings in a successful run. */
  readonly maxWarnings: number;
  /** Absolute path of the file with the findings to ignore, or null. */
  readonly baseline: string | null;
  /** Whether to write the baseline instead of reading it. */
  readonly updateBaseline: boolean;
  /** Git revision whose findings are ignored, or null. */
  readonly changedSince: string | null;
  /** Whether to apply automatic fixes. */
  readonly fix: boolean;
  /** Absolute path of the metadata of the service to compare the docs with, or null. */
  readonly metadata: string | null;
  /** Whether to list what the docs leave out of the metadata. */
  readonly undocumented: boolean;
}

/**
 * Prints the findings of the docs on stdout, without those of the baseline and the revision.
 *
 * @param context environment of the command
 * @param settings settings of the run
 * @param options flags of the command
 * @returns 1 if a finding is an error or there are too many warnings; otherwise 0
 * @throws ConfigError if the baseline or the revision cannot be read
 */
export async function lint(context: Context, settings: Settings, options: LintOptions): Promise<ExitCode> {
  await countPages(context, settings);
  if (options.undocumented && options.metadata === null)
    throw new ConfigError({
      problem: "--undocumented without --metadata",
      remedy: "Expected --metadata <file> with it.",
    });
  const { progress } = context;
  const { metadata: file } = options;
  const compared =
    file === null ? null : await progress.step("Reading the metadata", () => loadMetadata(context, settings, file));
  const baselines = await readBaselines(context, settings, options, compared);
  let diagnostics = await findDiagnostics(context, settings, options.examples, compared);
  if (options.fix) {
    const count = await fixPages(context, settings, diagnostics);
    await context.stderr.write(`${counted(count, "problem")} fixed\n`);
    if (count > 0) diagnostics = await findDiagnostics(context, settings, options.examples, compared);
  }
  if (options.updateBaseline && options.baseline !== null) {
    await context.host.write(options.baseline, new TextEncoder().encode(printBaseline(toBaseline(diagnostics))));
    await context.stderr.write(`${counted(diagnostics.length, "finding")} recorded in the baseline\n`);
    return 0;
  }
  const found = baselines.reduce<readonly Finding[]>((left, baseline) => beyond(baseline, left), diagnostics);
  await progress.step("Printing", () => show(context, settings, options, found));
  if (compared !== null && options.format === "pretty") {
    const { undocumented, metadata } = options;
    const file = shownPath(context, metadata ?? "");
    await context.stdout.write(await printCoverage(context, settings, compared, { file, undocumented }));
  }
  const counts = countSeverities(found);
  return counts.error > 0 || counts.warning > options.maxWarnings ? 1 : 0;
}

async function show(
  context: Context,
  settings: Settings,
  { format, maxWarnings, fix }: LintOptions,
  found: readonly Finding[],
): Promise<void> {
  const { colour } = context.stdout;
  const lines = format === "github" ? new Map<string, string[]>() : await readLines(context.host, settings.docs, found);
  const shown = { prefix: relativePath(context, settings.docs), colour, lines };
  const fixes = withFixes(found, lines, settings);
  await context.stdout.writeEscaped(report(format, format === "pretty" ? found : fixes, shown));
  if (format === "pretty") await context.stdout.writeEscaped(reportSummary(found, shown));
  await context.stderr.write(`${severityLine(found)}\n`);
  if (format === "pretty" && !fix) await context.stderr.write(describeFixable(fixes));
  const { error, warning } = countSeverities(found);
  if (error === 0 && warning > maxWarnings) {
    await context.stderr.write(`There are more warnings than --max-warnings ${maxWarnings} allows\n`);
  }
}

/** Says how many findings `--fix` would fix; those in files that pages include are not. */
function describeFixable(fixes: readonly Finding[]): string {
  const count = fixes.filter(({ fix, place }) => fix !== undefined && !place.file.startsWith("../")).length;
  return count === 0 ? "" : `${counted(count, "finding")} can be fixed with --fix\n`;
}

/** Adds the fixes, for formats that other programs read. */
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

async function readBaselines(
  context: Context,
  settings: Settings,
  { baseline, updateBaseline, changedSince, examples }: LintOptions,
  compared: LoadedMetadata | null,
): Promise<readonly Baseline[]> {
  if (updateBaseline && baseline === null) {
    const problem = "--update-baseline without --baseline";
    throw new ConfigError({ problem, remedy: "Expected --baseline <file> with it." });
  }
  const baselines: Baseline[] = [];
  if (baseline !== null && !updateBaseline) baselines.push(await readBaseline(context, baseline));
  if (changedSince !== null) {
    const earlier = await context.progress.step(`Finding problems of ${changedSince}`, async () => {
      const host = await hostAtRevision(settings.docs, changedSince);
      const hasDocs = (await host.kind(settings.docs)) === "folder";
      return hasDocs ? findDiagnostics({ ...context, host }, settings, examples, compared) : [];
    });
    baselines.push(toBaseline(earlier));
  }
  return baselines;
}

const WRITE_BASELINE = "Write it with --update-baseline.";

async function readBaseline(context: Context, file: string): Promise<Baseline> {
  const shown = path.isAbsolute(file) ? shownPath(context, file) : file;
  if ((await context.host.kind(file)) !== "file") {
    throw new ConfigError({ problem: `--baseline ${shown} does not exist`, remedy: WRITE_BASELINE });
  }
  const bytes = await context.host.read(file);
  const baseline = parseBaseline(bytes === null ? "" : new TextDecoder().decode(bytes));
  if (baseline !== null) return baseline;
  throw new ConfigError({ problem: `--baseline ${shown} is not a baseline of this version`, remedy: WRITE_BASELINE });
}
