import type { ApiModel } from "../api/model.ts";
import { readPattern, type PatternKind } from "../api/select/pattern.ts";
import { selectModel, type UnmatchedPattern } from "../api/select/select.ts";
import { splitMessage, suggest, type Mistake } from "../config/mistake.ts";
import { shownSetting, topicOf } from "../config/model.ts";
import { readModel } from "../pipeline.ts";
import { ConfigError, NAME_DOCS, type Settings } from "../settings.ts";
import type { Context } from "./context.ts";
import { CommandFailure } from "./failure.ts";

/** The model of the docs and its selected part; the same object if everything is selected. */
export interface SelectedModel {
  readonly whole: ApiModel;
  readonly model: ApiModel;
}

/**
 * Reads the docs and selects the part that the settings name.
 *
 * @param context environment of the command
 * @param settings settings of the run
 * @throws ConfigError if a pattern matches nothing, or nothing is selected
 */
export async function readSelected(context: Context, settings: Settings): Promise<SelectedModel> {
  const { host, progress, work } = context;
  const advance = (done: number, total: number): void => {
    progress.advance(done, total);
  };
  const whole = await progress.step("Reading the docs", () => readModel(host, settings, advance, work));
  return select(whole, settings);
}

/** @throws ConfigError if a pattern matches nothing, or nothing is selected */
export function select(whole: ApiModel, settings: Settings): SelectedModel {
  // If the docs describe nothing, the patterns are not the problem.
  if (isEmpty(whole)) return { whole, model: whole };
  const { include, exclude } = settings;
  const { model, unmatched } = selectModel(whole, { include: include.patterns, exclude: exclude.patterns });
  const [first] = unmatched;
  if (first !== undefined) {
    throw new ConfigError(
      unmatched.map((item) => explain(item, settings)),
      topicOf(settings[first.list].origin),
    );
  }
  if (isEmpty(model)) {
    const { file } = settings.include.origin;
    const problem =
      file === null ? "--include and --exclude select nothing" : `${file}: include and exclude select nothing`;
    throw new ConfigError({ problem, remedy: "Include more, or exclude less." }, topicOf(settings.include.origin));
  }
  return { whole, model };
}

/**
 * Refuses docs that describe nothing, or of which most is in words that are not known.
 *
 * @param shown name of the docs in messages
 * @throws CommandFailure for such docs
 */
export function expectContent(model: ApiModel, shown: string): void {
  const unknown = model.diagnostics.find(({ code }) => code === "docs-unknown");
  if (unknown !== undefined) throw new CommandFailure(splitMessage(unknown.message, NAME_DOCS), "config");
  if (isEmpty(model)) throw nothingDescribed(shown);
}

/** The failure of a command that needs docs that describe something. */
export function nothingDescribed(shown: string, expected = "a type, an enum or an operation"): CommandFailure {
  return new CommandFailure({ problem: `No page in ${shown} describes ${expected}`, remedy: NAME_DOCS });
}

/** Whether a model contains nothing to generate a package from. */
export function isEmpty({ types, enums, operations }: ApiModel): boolean {
  return types.length + enums.length + operations.length === 0;
}

const EXPECTED: Readonly<Record<PatternKind, string>> = {
  path: "URL path",
  page: "page that describes something",
  name: "resource, enum, operation or module",
};

function explain({ list, text, suggestions }: UnmatchedPattern, settings: Settings): Mistake {
  const { patterns, origin } = settings[list];
  return {
    problem: `${shownSetting(list, text, origin, patterns.indexOf(text))} matches no ${EXPECTED[readPattern(text).kind]}`,
    remedy: suggestions.length > 0 ? suggest(suggestions) : "Name something that the docs describe, or leave it out.",
  };
}
