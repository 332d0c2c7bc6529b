import type { Sink } from "./context.ts";

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

/** Draws one line over and over on a terminal. */
export function createProgress(sink: Sink): Progress {
  if (!sink.terminal)
    return { step: () => Promise.resolve(), advance: () => undefined, clear: () => Promise.resolve() };
  let label = "";
  let shown = "";
  const draw = (text: string): Promise<void> => {
    if (text === shown) return Promise.resolve();
    shown = text;
    return sink.write(`${CLEAR_LINE}${text}`);
  };
  return {
    step: (next) => {
      label = next;
      return draw(`${label} …`);
    },
    // Drawing must not hold up the work: the sink keeps the order, so nobody needs to wait.
    advance: (done, total) => void draw(`${label} ${Math.floor((100 * done) / total)} %`).catch(() => undefined),
    clear: () => draw(""),
  };
}
