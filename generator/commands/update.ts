import path from "node:path";
import { replaceVersion } from "../config/edit.ts";
import type { SaidConfig } from "../config/model.ts";
import { checkPackageVersion } from "../config/values.ts";
import { addEntry, isRecorded } from "../diff/report/changelog.ts";
import { diffApis } from "../diff/diff.ts";
import { countChanges, printMarkdown } from "../diff/report/markdown.ts";
import type { Change } from "../diff/change.ts";
import type { Api } from "../diff/model.ts";
import { bumpOf, nextVersion } from "../diff/version.ts";
import { locateCommitted, locateTree } from "../git/locate.ts";
import { ConfigError, type Settings } from "../settings.ts";
import { selectApis } from "./api-selection.ts";
import { explainingGit, readApi, readTree, type SideSettings } from "./api-side.ts";
import { commitFiles } from "./commit.ts";
import { shownPath, type Context, type ExitCode } from "./context.ts";
import { generate } from "./generate.ts";
import { readSelected } from "./read.ts";

/** What the user says to `update` beyond the settings. */
export interface UpdateOptions {
  /** The docs before: a folder, a model or `REV:PATH` as git reads it in the docs folder; null for the last commit. */
  readonly from: string | null;
  /** Commit what was written. */
  readonly commit: boolean;
  readonly force: boolean;
  /** The file that says the version of the package. */
  readonly config: SaidConfig | null;
}

const CHANGELOG = "CHANGELOG.md";

/**
 * Brings a package up to date with docs that changed: compares the docs with those before, raises the version in the
 * config file as the changes ask for, writes the package and an entry of its changelog, and commits if told to. The
 * config file is written last: a run that is stopped can simply be run again.
 *
 * @param context the world
 * @param settings settings of the run
 * @param options what else was asked for
 * @returns 0 when the package is up to date
 * @throws ConfigError when no config file says the version
 * @throws CommandFailure when the docs before cannot be read, nothing can be written, or git refuses to commit
 */
export async function update(context: Context, settings: Settings, options: UpdateOptions): Promise<ExitCode> {
  const { file, version } = versionOf(options.config, context);
  const changes = await findChanges(context, settings, options);
  const changelog = path.join(settings.out, CHANGELOG);
  const written = await readText(context, changelog);
  const body = printMarkdown(changes);
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
      ? `Version  ${version} stays: ${reasonOf(changes)}\n`
      : `Version  ${version} → ${next}: a ${bumpOf(changes, version) ?? ""} version, ${countChanges(changes)}\n`,
  );
  if (options.commit)
    await commit(
      context,
      settings,
      file,
      isDone ? `Generate ${settings.packageName} ${version}` : message(settings, next, changes),
    );
  return 0;
}

function reasonOf(changes: readonly Change[]): string {
  return changes.length === 0 ? "no change of the API" : "its changelog has these changes already";
}

function message({ packageName }: Settings, version: string, changes: readonly Change[]): string {
  return `Release ${packageName} ${version}\n\nThe API changed: ${countChanges(changes)}.`;
}

function versionOf(said: SaidConfig | null, { cwd }: Context): { readonly file: string; readonly version: string } {
  const version = said?.config.packageVersion;
  if (said === null || version === undefined || said.origin.file === null) {
    throw new ConfigError(
      'Unexpected config without packageVersion, expected the version to raise: write { "packageVersion": "0.1.0" } into graph-docs.config.json',
    );
  }
  checkPackageVersion({ value: version, origin: said.origin });
  return { file: path.resolve(cwd, said.origin.file), version };
}

async function findChanges(context: Context, settings: Settings, { from }: UpdateOptions): Promise<readonly Change[]> {
  const root = path.relative(settings.docs, settings.root);
  const side: SideSettings = { root: root === "" ? null : root, baseUrl: settings.baseUrl };
  const before = await readBefore(context, settings, from, side);
  const { whole } = await readSelected(context, settings);
  const { include, exclude } = settings;
  const selection = { include: include.patterns, exclude: exclude.patterns, origin: include.origin };
  return diffApis(selectApis({ before, after: whole }, selection));
}

/** A revision is one of the repository that has the docs, which need not be the one that the user stands in. */
async function readBefore(context: Context, { docs }: Settings, from: string | null, side: SideSettings): Promise<Api> {
  const exists = from !== null && (await context.host.kind(path.resolve(context.cwd, from))) !== null;
  if (from !== null && (exists || !from.includes(":"))) return readApi(context, from, side);
  const shown = from ?? `the last commit of ${shownPath(context, docs)} (name the docs before with --from)`;
  return explainingGit(shown, async () => {
    const place = from === null ? await locateCommitted(docs) : await locateTree(docs, from);
    return readTree(context, place, shown, side);
  });
}

async function readText({ host }: Context, file: string): Promise<string> {
  return new TextDecoder().decode((await host.read(file)) ?? new Uint8Array());
}

/** Writes a file in one step, so that a run that is stopped leaves the old one. */
async function write({ host }: Context, file: string, text: string): Promise<void> {
  const temporary = `${file}.tmp`;
  await host.write(temporary, new TextEncoder().encode(text));
  await host.change([{ kind: "move", from: temporary, to: file }]);
}

function commit(context: Context, settings: Settings, config: string, text: string): Promise<void> {
  return commitFiles(context, [settings.out, config, settings.root], text);
}
