import { FORMAT_VERSION } from "../../api/model.ts";
import { selectModel } from "../../api/select/select.ts";
import { suggest } from "../../config/mistake.ts";
import { shownSetting, topicOf, type Origin, type SourcedConfig } from "../../config/model.ts";
import type { Config } from "../../config/options.ts";
import type { Api, Pair } from "../../diff/model.ts";
import { ConfigError } from "../../settings.ts";

/** Patterns of the parts of two APIs to compare, and the origin of these patterns. */
export interface Selection {
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  readonly origin: Origin;
}

/** Returns the patterns of the command line, or those of the config file if there are none. */
export function selectionOf(flags: Config, config: SourcedConfig | null, cwd: string): Selection {
  const commandLine: Origin = { folder: cwd, file: null };
  const isFlag = flags.include !== undefined || flags.exclude !== undefined;
  return {
    include: flags.include ?? config?.config.include ?? [],
    exclude: flags.exclude ?? config?.config.exclude ?? [],
    origin: isFlag ? commandLine : (config?.origin ?? commandLine),
  };
}

/**
 * Selects a part of two APIs, so that only what the package contains is compared.
 *
 * @throws ConfigError if a pattern matches nothing in either API; a match in only one is an addition or a removal
 */
export function selectApis(apis: Pair<Api>, { include, exclude, origin }: Selection): Pair<Api> {
  if (include.length + exclude.length === 0) return apis;
  const select = (api: Api) =>
    selectModel({ ...api, formatVersion: FORMAT_VERSION, diagnostics: [] }, { include, exclude });
  const before = select(apis.before);
  const after = select(apis.after);
  const texts = new Set(before.unmatched.map(({ text }) => text));
  const unmatched = after.unmatched.filter(({ text }) => texts.has(text));
  if (unmatched.length > 0) {
    const mistakes = unmatched.map(({ list, text, suggestions }) => ({
      problem: `${shownSetting(list, text, origin)} matches nothing before or after`,
      remedy: suggestions.length > 0 ? suggest(suggestions) : "Name what one of them has, or leave the pattern out.",
    }));
    throw new ConfigError(mistakes, topicOf(origin));
  }
  return { before: before.model, after: after.model };
}
