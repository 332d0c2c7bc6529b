import { CommanderError } from "commander";
import { PROGRAM } from "../config/options.ts";
import { errorCode } from "../util/error-code.ts";
import type { Context, ExitCode } from "./context.ts";
import { explain } from "./explain.ts";
import { createProgram, type Call } from "./program.ts";

/**
 * Runs the command line.
 *
 * @param argv arguments without the program's own name
 * @param context environment of the command
 * @returns the exit code; errors are explained on stderr and never thrown
 */
export async function run(argv: readonly string[], context: Context): Promise<ExitCode> {
  try {
    const parsed = parse(argv);
    await context.stdout.write(parsed.help);
    await context.stderr.write(parsed.complaint);
    return parsed.call === null ? parsed.code : await parsed.call({ ...context, verbose: argv.includes("--verbose") });
  } catch (error) {
    // The reader of a pipe may stop early (`model | head`), which is not a failure.
    if (errorCode(error) === "EPIPE") return 0;
    const { code, text } = explain(error, argv.includes("--verbose"), context);
    // If stderr is closed, only the exit code can report the error.
    await context.stderr.write(`${text}\n`).catch(() => undefined);
    return code;
  }
}

interface Parsed {
  /** The command to run, or null after a usage error or a request for help. */
  readonly call: Call | null;
  readonly code: ExitCode;
  readonly help: string;
  readonly complaint: string;
}

/** Codes of requests that the parser handles without a command. */
const HANDLED = new Set(["commander.helpDisplayed", "commander.version"]);

function parse(argv: readonly string[]): Parsed {
  let call: Call | null = null;
  let help = "";
  let complaint = "";
  const program = createProgram((chosen) => (call = chosen));
  for (const command of [program, ...program.commands]) {
    const name = command === program ? PROGRAM : `${PROGRAM} ${command.name()}`;
    command.exitOverride().showHelpAfterError(`Run "${name} --help" for usage.`);
    command.configureHelp({ showGlobalOptions: true });
    command.configureOutput({ writeOut: (text) => (help += text), writeErr: (text) => (complaint += text) });
  }
  try {
    program.parse(argv, { from: "user" });
    return { call, code: 0, help, complaint };
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return { call: null, code: HANDLED.has(error.code) ? 0 : 2, help, complaint };
  }
}
