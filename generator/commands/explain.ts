import path from "node:path";
import { UserError, type HelpTopic, type Mistake } from "../config/mistake.ts";
import { ConfigError } from "../config/model.ts";
import { PROGRAM } from "../config/options.ts";
import { shownPath, type Context, type ExitCode } from "./context.ts";
import { explainFileError } from "./failure.ts";

/** The page about the config file next to this program. */
const CONFIG_PAGE = path.resolve(import.meta.dirname, "../config/README.md");

/**
 * Explains an error of a command: what is wrong and where, what to do, and where to find help.
 *
 * @param error the thrown value
 * @param verbose whether to show the stack of an unexpected error
 * @param context environment of the command
 * @returns the exit code and text without a trailing newline
 */
export function explain(error: unknown, verbose: boolean, context: Context): { code: ExitCode; text: string } {
  if (error instanceof UserError) {
    const help = helpOn(error.topic, context);
    return { code: error instanceof ConfigError ? 2 : 1, text: describe(error.mistakes, help) };
  }
  const mistake = explainFileError(error, (absolute) => shownPath(context, absolute));
  if (mistake !== null && !verbose) return { code: 1, text: describe([mistake], helpOn("usage", context)) };
  const problem = `Unexpected failure: ${error instanceof Error ? error.message : String(error)}`;
  const remedy = "This is a bug in the program, not a problem in the docs.";
  const stack = error instanceof Error ? stackOf(error) : "";
  const help = verbose ? stack : "Run again with --verbose to see the stack.";
  return { code: 1, text: describe([{ problem, remedy }], help) };
}

function describe(mistakes: readonly Mistake[], help: string): string {
  return [...mistakes.map(({ problem, remedy }) => `error: ${problem}\n${remedy}`), help].join("\n");
}

/** The last line of a message: where to read more. */
function helpOn(topic: HelpTopic, context: Context): string {
  switch (topic) {
    case "usage":
      return `Run "${[PROGRAM, context.command ?? [], "--help"].flat().join(" ")}" for usage.`;
    case "config":
      return `See ${shownPath(context, CONFIG_PAGE)} for all settings.`;
    case "rules":
      return `Run "${PROGRAM} explain" for the list of rules.`;
  }
}

function stackOf(error: Error): string {
  const stack = error.stack ?? error.message;
  return error.cause instanceof Error ? `${stack}\nCaused by ${stackOf(error.cause)}` : stack;
}
