import { ConfigError } from "../settings.ts";
import { shownPath, type Context, type ExitCode } from "./context.ts";
import { CommandFailure, explainFileError } from "./failure.ts";

/**
 * Explains an error of a command.
 *
 * @param error the thrown value
 * @param verbose whether to show the stack of an unexpected error
 * @param context environment of the command
 * @returns the exit code and text without a trailing newline
 */
export function explain(error: unknown, verbose: boolean, context: Context): { code: ExitCode; text: string } {
  if (error instanceof ConfigError) return { code: 2, text: error.message };
  if (error instanceof CommandFailure) return { code: 1, text: error.message };
  const file = explainFileError(error, (absolute) => shownPath(context, absolute));
  if (file !== null && !verbose) return { code: 1, text: file };
  const message = error instanceof Error ? error.message : String(error);
  const stack = error instanceof Error ? stackOf(error) : "";
  const more = verbose ? stack : "Run again with --verbose to see the stack.";
  return {
    code: 1,
    text: `Unexpected failure: ${message}. This is a bug in the program, not a problem in the docs.\n${more}`,
  };
}

function stackOf(error: Error): string {
  const stack = error.stack ?? error.message;
  return error.cause instanceof Error ? `${stack}\nCaused by ${stackOf(error.cause)}` : stack;
}
