import { errorCode } from "../util/error-code.ts";
import type { Context, ExitCode } from "./context.ts";
import { explain } from "./explain.ts";
import { parse } from "./parse.ts";
import { COMMAND_NAMES } from "./program.ts";

/**
 * Runs the command line.
 *
 * @param argv arguments without the program's own name
 * @param context environment of the command
 * @returns the exit code; errors are explained on stderr and never thrown
 */
export async function run(argv: readonly string[], context: Context): Promise<ExitCode> {
  const verbose = argv.includes("--verbose");
  const command = COMMAND_NAMES.find((name) => name === argv.find((word) => !word.startsWith("-")));
  const running = { ...context, verbose, ...(command === undefined ? {} : { command }) };
  try {
    const { call, help, usage } = parse(argv);
    await context.stdout.write(help);
    await context.stderr.write(usage);
    if (call !== null) return await call(running);
    return usage === "" ? 0 : 2;
  } catch (error) {
    // The reader of a pipe may stop early (`model | head`), which is not a failure.
    if (errorCode(error) === "EPIPE") return 0;
    const { code, text } = explain(error, verbose, running);
    // If stderr is closed, only the exit code can report the error.
    await context.stderr.write(`${text}\n`).catch(() => undefined);
    return code;
  }
}
