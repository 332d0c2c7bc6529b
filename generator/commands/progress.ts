import type { Context } from "./context.ts";

/** Tells a person who watches what the program is doing; writes nothing anywhere else. */
export interface Progress {
  /** Names the step that begins. */
  step(label: string): Promise<void>;
  /** Says how far the step is. */
  advance(done: number, total: number): void;
  /** Removes the line. */
  clear(): Promise<void>;
}

const CLEAR_LINE = "\r\u001b[2K";
const CELLS = 20;
/** A rate that was measured for less time, in milliseconds, says nothing yet. */
const SOON = 500;

/**
 * Draws one line over and over on a terminal; with `--verbose`, writes the time of each step when it ends.
 *
 * @param context the world
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
    await stderr.write(`${CLEAR_LINE}${text}`);
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
    // Drawing must not hold up the work: the sink keeps the order, so nobody needs to wait.
    advance: (done, total) => void draw(`${label} ${bar(done, total, now() - start)}`).catch(() => undefined),
    clear: end,
  };
}

/** Share, rate and time left. */
function bar(done: number, total: number, milliseconds: number): string {
  const share = total === 0 ? 1 : done / total;
  const full = Math.floor(CELLS * share);
  const line = `${"█".repeat(full)}${"░".repeat(CELLS - full)} ${Math.floor(100 * share)} %`;
  if (done === 0 || milliseconds < SOON) return line;
  const rate = (1000 * done) / milliseconds;
  return `${line}, ${rate.toFixed(0)}/s, ${Math.ceil((total - done) / rate)} s left`;
}
