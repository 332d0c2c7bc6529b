import path from "node:path";
import { counted } from "../../diagnostics/report/text.ts";
import { replaceVersion } from "../../config/edit.ts";
import type { SourcedConfig } from "../../config/model.ts";
import { addEntry, byProgram, isRecorded } from "../../diff/report/changelog.ts";
import { diffApis } from "../../diff/diff.ts";
import { countChanges, printMarkdown } from "../../diff/report/markdown.ts";
import { compareChanges, type Change } from "../../diff/change.ts";
import type { Api, Pair } from "../../diff/model.ts";
import { bumpOf, nextVersion } from "../../diff/version.ts";
import { locateAtChange, locateCommitted, locateTree, type TreePlace } from "../../git/locate.ts";
import { ConfigError, type Settings } from "../../settings.ts";
import { surfaceChanges } from "../../surface/compare.ts";
import { selectApis } from "./api-selection.ts";
import { readApi, readTree, type SideSettings } from "./api-side.ts";
import { commitFiles, expectRepository } from "./commit.ts";
import { readSurface, selectedSurface } from "./surface.ts";
import { shownPath, type Context, type ExitCode } from "../context.ts";
import { explainingGit } from "../git-failure.ts";
import { generate } from "../package/generate.ts";
import { readSelected } from "../read.ts";

/** Flags of `update` that are not settings. */
export interface UpdateOptions {
  /**
   * Earlier docs: a folder, a model, or `REV:PATH` relative to the docs folder; null for those of the commit that set the
   * version of the package, or of the last commit.
   */
  readonly from: string | null;
  /** Commit the result. */
  readonly commit: boolean;
  readonly force: boolean;
  /** File that contains the version of the package. */
  readonly config: SourcedConfig | null;
}

const CHANGELOG = "CHANGELOG.md";

/** Number of changes of the documentation alone that the changelog lists for each module. */
const LISTED_WORDS = 5;

/**
 * Updates a package after its docs or the program changed: compares the docs with the earlier ones, and the package with
 * what this version of the program makes of those; raises the version in the config file as the changes require, writes
 * the package, adds an entry to its changelog, and commits on request. The config file is written last, so an interrupted
 * run can be repeated.
 *
 * @param context environment of the command
 * @param settings settings of the run
 * @param options flags and the config file
 * @returns 0 if the package is up to date
 * @throws ConfigError if no config file has the version
 * @throws CommandFailure if the earlier docs cannot be read, nothing can be written, or Git refuses to commit
 */
export async function update(context: Context, settings: Settings, options: UpdateOptions): Promise<ExitCode> {
  const { file, version } = versionOf(options.config, context);
  if (options.commit) await expectRepository(context);
  const { changes, fromProgram } = await findChanges(context, settings, { from: options.from, versionFile: file });
  const changelog = path.join(settings.out, CHANGELOG);
  const written = await readText(context, changelog);
  const body = printMarkdown(changes, { words: LISTED_WORDS });
  const isDone = changes.length === 0 || isRecorded(written, version, body);
  const next = isDone ? version : nextVersion(changes, version);
  const config = isDone
    ? null
    : await replaceVersion(context.host, file, shownPath(context, file), { before: version, after: next });
  await generate(context, { ...settings, packageVersion: next }, { force: options.force });
  if (config !== null) {
    await write(context, changelog, addEntry(written, next, body));
    await write(context, file, config);
  }
  await context.stdout.write(
    isDone
      ? `Version  ${version} is unchanged: ${reasonOf(changes)}\n`
      : `Version  ${version} → ${next}: a ${bumpOf(changes, version) ?? ""} version, ${countChanges(changes)}\n`,
  );
  if (fromProgram > 0) await context.stdout.write(programLine(fromProgram));
  if (options.commit) await commit(context, settings, file, message(settings, next, changes));
  return 0;
}

function programLine(count: number): string {
  const stated = `${counted(count, "change")} not in the compared docs`;
  return `Program  ${stated}: the generator or its settings changed, or the package was out of date\n`;
}

function reasonOf(changes: readonly Change[]): string {
  return changes.length === 0 ? "the API has no changes" : "its changelog lists these changes already";
}

function message({ packageName }: Settings, version: string, changes: readonly Change[]): string {
  if (changes.length === 0) return `Generate ${packageName} ${version}`;
  return `Release ${packageName} ${version}\n\nThe API changed: ${countChanges(changes)}.`;
}

function versionOf(
  sourced: SourcedConfig | null,
  { cwd }: Context,
): { readonly file: string; readonly version: string } {
  const version = sourced?.config.packageVersion;
  if (sourced === null || version === undefined || sourced.origin.file === null) {
    const file = sourced?.origin.file ?? "graph-docs.config.json";
    throw new ConfigError(
      {
        problem:
          sourced === null ? "update without a config file" : `${file}: Unexpected config without packageVersion`,
        remedy: `Add the version to raise to ${file}, such as "packageVersion": "0.1.0".`,
      },
      "config",
    );
  }
  return { file: path.resolve(cwd, sourced.origin.file), version };
}

interface FoundChanges {
  readonly changes: readonly Change[];
  /** How many of them have no reason in the docs. */
  readonly fromProgram: number;
}

/** The earlier docs, see `UpdateOptions`, and the file that contains the version. */
interface Earlier {
  readonly from: string | null;
  readonly versionFile: string;
}

async function findChanges(context: Context, settings: Settings, earlier: Earlier): Promise<FoundChanges> {
  const root = path.relative(settings.docs, settings.root);
  const side: SideSettings = { root: root === "" ? null : root, baseUrl: settings.baseUrl, dialect: settings.dialect };
  const before = await readBefore(context, settings, earlier, side);
  const { whole } = await readSelected(context, settings);
  const { include, exclude } = settings;
  const selection = { include: include.patterns, exclude: exclude.patterns, origin: include.origin };
  const selected = selectApis({ before, after: whole }, selection);
  const program = await programChanges(context, settings, selected, { before, after: whole });
  const changes = [...diffApis(selected), ...program].toSorted(compareChanges);
  return { changes, fromProgram: program.length };
}

/**
 * Finds what changes in the package on disk apart from the docs: what this version of the program makes of the earlier
 * docs differs from it, and so does what it makes of the docs now. If the package is up to date, there is nothing.
 */
async function programChanges(
  context: Context,
  { out }: Settings,
  selected: Pair<Api>,
  whole: Pair<Api>,
): Promise<readonly Change[]> {
  const before = await readSurface(context, out);
  if (before === null) return [];
  const all = surfaceChanges({ before, after: selectedSurface(selected.after, whole.after) });
  if (all.length === 0) return [];
  const keyOf = ({ kind, subject, before, after }: Change) => JSON.stringify([kind, subject, before, after]);
  const keys = new Set(all.map(keyOf));
  const found = surfaceChanges({ before, after: selectedSurface(selected.before, whole.before) });
  return byProgram(found.filter((item) => keys.has(keyOf(item))));
}

/** A revision belongs to the repository of the docs, which may differ from that of the current folder. */
async function readBefore(
  context: Context,
  { docs }: Settings,
  { from, versionFile }: Earlier,
  side: SideSettings,
): Promise<Api> {
  const exists = from !== null && (await context.host.kind(path.resolve(context.cwd, from))) !== null;
  if (from !== null && (exists || !from.includes(":"))) return readApi(context, from, side);
  const shown = from ?? `the last commit of ${shownPath(context, docs)}`;
  return explainingGit(shown, "name the earlier docs with --from", async () => {
    const place = from === null ? await locateReleased(docs, versionFile) : await locateTree(docs, from);
    return readTree(context, place, shown, side);
  });
}

/**
 * The docs of the commit that set the version, so that changes count that were committed without an update. Docs that are
 * not in the repository of the config file are those of their last commit.
 */
async function locateReleased(docs: string, versionFile: string): Promise<TreePlace> {
  return (await locateAtChange(docs, versionFile, "packageVersion")) ?? (await locateCommitted(docs));
}

async function readText({ host }: Context, file: string): Promise<string> {
  return new TextDecoder().decode((await host.read(file)) ?? new Uint8Array());
}

/** Replaces a file in one step, so that an interrupted run leaves the old one. */
async function write({ host }: Context, file: string, text: string): Promise<void> {
  const temporary = `${file}.tmp`;
  await host.write(temporary, new TextEncoder().encode(text));
  await host.change([{ kind: "move", from: temporary, to: file }]);
}

function commit(context: Context, settings: Settings, config: string, text: string): Promise<void> {
  return commitFiles(context, [settings.out, config, settings.root], text);
}
