import type { Config, Origin, SaidConfig } from "../config/model.ts";
import { checkPackageVersion } from "../config/values.ts";
import { diffApis } from "../diff/diff.ts";
import { printJson } from "../diff/report/json.ts";
import { countChanges, printMarkdown } from "../diff/report/markdown.ts";
import type { Change } from "../diff/change.ts";
import { CHANGE_CLASSES, type ChangeClass, type DiffFormat } from "../diff/model.ts";
import { bumpOf, nextVersion } from "../diff/version.ts";
import { selectApis, selectionOf, type Selection } from "./api-selection.ts";
import { readApi, sideSettings, type SideSettings } from "./api-side.ts";
import type { Context, ExitCode } from "./context.ts";

/** What the user says to `diff`. */
export interface DiffOptions extends DiffSettings {
  readonly before: string;
  readonly after: string;
  readonly format: DiffFormat;
  /** Fail when there is a change of this class, or of one that is worse. */
  readonly failOn: ChangeClass | null;
}

/** What a config file may say to `diff` too. */
export interface DiffSettings {
  readonly side: SideSettings;
  readonly selection: Selection;
  /** Version of the package before, or null where nobody said one. */
  readonly version: string | null;
}

/**
 * Takes what the command line says, and what the config file says where it says nothing.
 *
 * @throws ConfigError when the version is none
 */
export function diffSettings(context: Context, flags: Config, config: SaidConfig | null): DiffSettings {
  const said = flags.packageVersion ?? config?.config.packageVersion;
  const standing: Origin = { folder: context.cwd, file: null };
  const origin = flags.packageVersion === undefined ? (config?.origin ?? standing) : standing;
  return {
    side: sideSettings(flags, config),
    selection: selectionOf(flags, config, context.cwd),
    version: said === undefined ? null : checkPackageVersion({ value: said, origin }),
  };
}

/**
 * Prints what changed between two states of an API, by what it does to a program that uses the package.
 *
 * @param context the world
 * @param options what was asked for
 * @returns 0, or 1 when there is a change of the class that the user does not want
 * @throws ConfigError when a side does not exist or a pattern matches nothing
 * @throws CommandFailure when a side cannot be read
 */
export async function diff(context: Context, options: DiffOptions): Promise<ExitCode> {
  const { format, failOn, version } = options;
  const apis = {
    before: await readApi(context, options.before, options.side),
    after: await readApi(context, options.after, options.side),
  };
  const changes = diffApis(selectApis(apis, options.selection));
  await context.stdout.write(format === "json" ? printJson(changes, version) : printEntry(changes, version));
  const unwanted = failOn === null ? [] : changes.filter((item) => isAtLeast(item.class, failOn));
  if (unwanted.length === 0) return 0;
  await context.stderr.write(`Failed on ${failOn ?? ""} changes: ${countChanges(unwanted)}\n`);
  return 1;
}

function isAtLeast(found: ChangeClass, limit: ChangeClass): boolean {
  return CHANGE_CLASSES.indexOf(found) <= CHANGE_CLASSES.indexOf(limit);
}

function printEntry(changes: readonly Change[], version: string | null): string {
  if (changes.length === 0) return printMarkdown(changes);
  const heading = version === null ? "Unreleased" : nextVersion(changes, version);
  return `## ${heading}\n\n${printAdvice(changes, version)}\n\n${printMarkdown(changes)}`;
}

/** Which version some changes ask for. */
function printAdvice(changes: readonly Change[], version: string | null): string {
  const bump = bumpOf(changes, version) ?? "no";
  const early = bumpOf(changes, "0.0.0");
  const before1 = version === null && early !== bump ? `, before 1.0.0 a ${early ?? "no"} one` : "";
  return `This asks for a ${bump} version${before1}.`;
}
