import type { Context } from "./context.ts";

/** Shows the progress of a run on a terminal. */
export interface Progress {
  /** Begins a step. */
  step(label: string): Promise<void>;
  /** Updates the bar of the step. */
  advance(done: number, total: number): void;
  /** Removes the line. */
  clear(): Promise<void>;
}

const CLEAR_LINE = "\r\u001b[2K";
const CELLS = 20;
/** A rate measured over fewer milliseconds is not reliable. */
const SOON = 500;

/**
 * Redraws one line on a terminal; with `--verbose`, prints the time of each step when it ends.
 *
 * @param context environment of the command
 */
export function createProgress({
  stderr,
  verbose = false,
  ...context
}: Pick<Context, "stderr" | "verbose" | "now">): Progress {
  const now = () => context.now();
  let label = "";
  let start = now();
  let shown = "";
  const draw = async (text: string): Promise<void> => {
    if (!stderr.terminal || text === shown) return;
    shown = text;
    await stderr.writeEscaped(`${CLEAR_LINE}${text}`);
  };
  const end = async (): Promise<void> => {
    await draw("");
    if (verbose && label !== "") await stderr.write(`${label}: ${((now() - start) / 1000).toFixed(2)} s\n`);
    label = "";
  };
  return {
    step: async (next) => {
      await end();
      [label, start] = [next, now()];
      await draw(`${label} …`);
    },
    // Not awaited, as drawing must not delay the work; the sink keeps the order.
    advance: (done, total) => void draw(`${label} ${bar(done, total, now() - start)}`).catch(() => undefined),
    clear: end,
  };
}

/** Share, rate and remaining time. */
function bar(done: number, total: number, milliseconds: number): string {
  const share = total === 0 ? 1 : done / total;
  const full = Math.floor(CELLS * share);
  const line = `${"█".repeat(full)}${"░".repeat(CELLS - full)} ${Math.floor(100 * share)} %`;
  if (done === 0 || milliseconds < SOON) return line;
  const rate = (1000 * done) / milliseconds;
  return `${line}, ${rate.toFixed(0)}/s, ${Math.ceil((total - done) / rate)} s left`;
}
