import { errorCode } from "../util/error-code.ts";
import type { Context, ExitCode, ProcessContext } from "./context.ts";
import { explain } from "./explain.ts";
import { parse } from "./parse.ts";
import { COMMAND_NAMES } from "./program.ts";
import { createProgress } from "./progress/progress.ts";
import { printTimes } from "./progress/times.ts";

/** Commands that run until the user stops them. */
const LASTING: ReadonlySet<string> = new Set(["watch", "mock"]);

/**
 * Runs the command line.
 *
 * @param argv arguments without the program's own name
 * @param context environment of the command
 * @returns the exit code; errors are explained on stderr and never thrown
 */
export async function run(argv: readonly string[], context: ProcessContext): Promise<ExitCode> {
  const verbose = argv.includes("--verbose");
  const command = COMMAND_NAMES.find((name) => name === argv.find((word) => !word.startsWith("-")));
  const progress = createProgress(context);
  const running: Context = { ...context, progress, verbose, ...(command === undefined ? {} : { command }) };
  try {
    const { call, help, usage } = parse(argv);
    await context.stdout.write(help);
    await context.stderr.write(usage);
    if (call === null) return usage === "" ? 0 : 2;
    const code = await call(running);
    if (verbose && !LASTING.has(command ?? "")) await context.stderr.write(printTimes(progress.times(command ?? "")));
    return code;
  } catch (error) {
    // The reader of a pipe may stop early (`model | head`), which is not a failure.
    if (errorCode(error) === "EPIPE") return 0;
    const { code, text } = explain(error, verbose, running);
    // If stderr is closed, only the exit code can report the error.
    await context.stderr.write(`${text}\n`).catch(() => undefined);
    return code;
  }
}
