import type { SourcedConfig } from "../../config/model.ts";
import type { Flags } from "../../config/options.ts";
import { diffApis } from "../../diff/diff.ts";
import { printJson } from "../../diff/report/json.ts";
import { countChanges, printMarkdown } from "../../diff/report/markdown.ts";
import type { Change } from "../../diff/change.ts";
import { CHANGE_CLASSES, type ChangeClass, type DiffFormat } from "../../diff/model.ts";
import { bumpOf, nextVersion } from "../../diff/version.ts";
import { surfaceChanges } from "../../surface/compare.ts";
import { selectApis, selectionOf, type Selection } from "./api-selection.ts";
import { readApi, sideSettings, type SideSettings } from "./api-side.ts";
import { readSurface, surfaceOfApi } from "./surface.ts";
import type { Context, ExitCode } from "../context.ts";

/** Arguments and flags of `diff`. */
export interface DiffOptions extends DiffSettings {
  readonly before: string;
  readonly after: string;
  readonly format: DiffFormat;
  /** Fail on a change of this class or a worse one. */
  readonly failOn: ChangeClass | null;
}

/** Settings of `diff` that the config file may set too. */
export interface DiffSettings {
  readonly side: SideSettings;
  readonly selection: Selection;
  /** Version of the package before the changes, or null if it is not set. */
  readonly version: string | null;
}

/** Resolves the settings: the command line overrides the config file. */
export function diffSettings(context: Context, flags: Flags<"diff">, config: SourcedConfig | null): DiffSettings {
  return {
    side: sideSettings(flags, config),
    selection: selectionOf(flags, config, context.cwd),
    version: flags.diffVersion ?? config?.config.packageVersion ?? null,
  };
}

/**
 * Prints the changes between two states of an API, ordered by their effect on programs that use the package.
 *
 * @param context environment of the command
 * @param options arguments, flags and settings
 * @returns 0, or 1 if there is a change that `failOn` rejects
 * @throws ConfigError if a side does not exist or a pattern matches nothing
 * @throws CommandFailure if a side cannot be read
 */
export async function diff(context: Context, options: DiffOptions): Promise<ExitCode> {
  const { format, failOn, version } = options;
  const changes = await findChanges(context, options);
  if (format === "json") await context.stdout.writeEscaped(printJson(changes, version));
  else await context.stdout.write(printEntry(changes, version));
  const unwanted = failOn === null ? [] : changes.filter((item) => isAtLeast(item.class, failOn));
  if (unwanted.length === 0) return 0;
  await context.stderr.write(`--fail-on ${failOn ?? ""} rejects these changes: ${countChanges(unwanted)}\n`);
  return 1;
}

/** A package states only what it exports, so that is all that it can be compared by. */
async function findChanges(context: Context, options: DiffOptions): Promise<readonly Change[]> {
  const { before, after, side, selection } = options;
  const records = { before: await readSurface(context, before), after: await readSurface(context, after) };
  const read = (given: string) => context.progress.step(`Reading ${given}`, () => readApi(context, given, side));
  if (records.before === null && records.after === null) {
    const apis = selectApis({ before: await read(before), after: await read(after) }, selection);
    return context.progress.step("Comparing", () => diffApis(apis));
  }
  return surfaceChanges({
    before: records.before ?? surfaceOfApi(await read(before), selection),
    after: records.after ?? surfaceOfApi(await read(after), selection),
  });
}

function isAtLeast(found: ChangeClass, limit: ChangeClass): boolean {
  return CHANGE_CLASSES.indexOf(found) <= CHANGE_CLASSES.indexOf(limit);
}

function printEntry(changes: readonly Change[], version: string | null): string {
  if (changes.length === 0) return printMarkdown(changes);
  const heading = version === null ? "Unreleased" : nextVersion(changes, version);
  return `## ${heading}\n\n${printAdvice(changes, version)}\n\n${printMarkdown(changes)}`;
}

/** The kind of version that some changes require. */
function printAdvice(changes: readonly Change[], version: string | null): string {
  const bump = bumpOf(changes, version) ?? "no";
  const early = bumpOf(changes, "0.0.0");
  const before1 = version === null && early !== bump ? `, before 1.0.0 a ${early ?? "no"} one` : "";
  return `This calls for a ${bump} version${before1}.`;
}
