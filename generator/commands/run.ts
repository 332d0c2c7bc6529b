import { CommanderError } from "@commander-js/extra-typings";
import { errorCode } from "../util/error-code.ts";
import type { Context, ExitCode } from "./context.ts";
import { explain } from "./explain.ts";
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
