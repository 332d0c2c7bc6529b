import { run } from "../../generator/commands/run.ts";
import { createSink } from "../../generator/commands/sink.ts";
import type { Context, ExitCode } from "../../generator/commands/context.ts";

/** The command `mock` while it serves. */
export interface RunningMock {
  /** URL that the command names, such as `http://localhost:3000/v1.0`. */
  readonly baseUrl: string;
  /** Everything that was printed so far. */
  output(): string;
  close(): Promise<ExitCode>;
}

/**
 * Starts the command `mock` on a free port in this process.
 *
 * @param context environment of the command
 * @param flags further arguments
 */
export async function startMock(context: Context, ...flags: readonly string[]): Promise<RunningMock> {
  let output = "";
  let stop = (): void => undefined;
  const stopped = new Promise<void>((resolve) => (stop = resolve));
  const ended = new Promise<ExitCode>((resolve) => {
    const live = { watch: () => Promise.reject(new Error("nothing is watched")), stopped: () => stopped };
    const write = (text: string): Promise<void> => {
      output += text;
      return Promise.resolve();
    };
    const sink = createSink({ terminal: false, colour: false, write });
    void run(["mock", "--port", "0", ...flags], { ...context, live, stdout: sink, stderr: sink }).then(resolve);
  });
  const serving = async (): Promise<string> => {
    for (;;) {
      const url = / at (http:\S+);/.exec(output)?.[1];
      if (url !== undefined) return url;
      const code = await Promise.race([ended, new Promise<null>((resolve) => setTimeout(resolve, 5, null))]);
      if (code !== null) throw new Error(`Unexpected end with exit code ${String(code)}: ${output}`);
    }
  };
  return {
    baseUrl: await serving(),
    output: () => output,
    close: () => {
      stop();
      return ended;
    },
  };
}
