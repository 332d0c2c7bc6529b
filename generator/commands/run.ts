import { CommanderError } from "@commander-js/extra-typings";
import { ConfigError } from "../settings.ts";
import { errorCode } from "../util/error-code.ts";
import { shownPath, type Context, type ExitCode } from "./context.ts";
import { CommandFailure, explainFileError } from "./failure.ts";
import { createProgram, type Call } from "./program.ts";

/**
 * Runs the command line.
 *
 * @param argv arguments without the program's own name
 * @param context the world
 * @returns the exit code; whatever goes wrong is explained on stderr, nothing is thrown
 */
export async function run(argv: readonly string[], context: Context): Promise<ExitCode> {
  try {
    const parsed = parse(argv);
    await context.stdout.write(parsed.help);
    await context.stderr.write(parsed.complaint);
    return parsed.call === null ? parsed.code : await parsed.call({ ...context, verbose: argv.includes("--verbose") });
  } catch (error) {
    // The reader of a pipe has seen enough (`model | head`): that is its right, and no failure.
    if (errorCode(error) === "EPIPE") return 0;
    const { code, text } = explain(error, argv.includes("--verbose"), context);
    // Nobody may be there to read the explanation; the exit code still tells.
    await context.stderr.write(`${text}\n`).catch(() => undefined);
    return code;
  }
}

interface Parsed {
  /** The command to run, or null when the call was wrong or asked for help only. */
  readonly call: Call | null;
  readonly code: ExitCode;
  readonly help: string;
  readonly complaint: string;
}

/** Ways to end without a command that are what the user asked for. */
const ANSWERED = new Set(["commander.helpDisplayed", "commander.version"]);

function parse(argv: readonly string[]): Parsed {
  let call: Call | null = null;
  let help = "";
  let complaint = "";
  const program = createProgram((chosen) => (call = chosen));
  for (const command of [program, ...program.commands]) {
    command.exitOverride().showHelpAfterError();
    command.configureOutput({ writeOut: (text) => (help += text), writeErr: (text) => (complaint += text) });
  }
  try {
    program.parse(argv, { from: "user" });
    return { call, code: 0, help, complaint };
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return { call: null, code: ANSWERED.has(error.code) ? 0 : 2, help, complaint };
  }
}

function explain(error: unknown, verbose: boolean, context: Context): { code: ExitCode; text: string } {
  if (error instanceof ConfigError) return { code: 2, text: error.message };
  if (error instanceof CommandFailure) return { code: 1, text: error.message };
  const file = explainFileError(error, (absolute) => shownPath(context, absolute));
  if (file !== null && !verbose) return { code: 1, text: file };
  const message = error instanceof Error ? error.message : String(error);
  const stack = error instanceof Error ? stackOf(error) : "";
  const more = verbose ? stack : "Run again with --verbose for the stack.";
  return { code: 1, text: `Unexpected failure: ${message}. This is a fault of the program, not of the docs.\n${more}` };
}

function stackOf(error: Error): string {
  const stack = error.stack ?? error.message;
  return error.cause instanceof Error ? `${stack}\nCaused by ${stackOf(error.cause)}` : stack;
}
