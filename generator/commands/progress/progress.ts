import type { Sink } from "../sink.ts";
import type { TimedStep } from "./times.ts";

/** Shows the steps of a run on a terminal, and measures them. */
export interface Progress {
  /** Runs a step. Steps that run during it are its parts; steps of the same name are one. */
  step<T>(label: string, run: () => T | Promise<T>): Promise<T>;
  /** Begins a step that ends when the returned function is called for the first time. */
  begin(label: string): Promise<() => Promise<void>>;
  /** Updates the bar of the step that runs. */
  advance(done: number, total: number): void;
  /** Returns the times so far. */
  times(label: string): TimedStep;
}

/** Where to show the steps, and by which clock to measure them. */
interface ProgressOptions {
  readonly stderr: Sink;
  /** Milliseconds since the process started. */
  readonly now: () => number;
}

/** A step as far as it is measured. */
interface MeasuredStep {
  readonly label: string;
  count: number;
  milliseconds: number;
  readonly parts: MeasuredStep[];
}

const CLEAR_LINE = "\r\u001b[2K";
const CELLS = 20;
/** A rate measured over fewer milliseconds is not reliable. */
const SOON = 500;

/**
 * Redraws one line on a terminal, and measures the steps from the start of the process.
 *
 * @param options terminal and clock
 */
export function createProgress({ stderr, now }: ProgressOptions): Progress {
  const starting = { label: "Starting", count: 1, milliseconds: now(), parts: [] };
  const whole: MeasuredStep = { label: "", count: 1, milliseconds: 0, parts: [starting] };
  const running: { readonly step: MeasuredStep; readonly began: number }[] = [];
  const draw = createLine(stderr);
  const begin: Progress["begin"] = async (label) => {
    const step = partOf(running.at(-1)?.step ?? whole, label);
    const began = now();
    let isEnded = false;
    running.push({ step, began });
    await draw(`${label} …`);
    return async () => {
      if (isEnded) return;
      isEnded = true;
      step.milliseconds += now() - began;
      running.pop();
      await draw("");
    };
  };
  return {
    begin,
    step: async (label, run) => {
      const end = await begin(label);
      try {
        return await run();
      } finally {
        await end();
      }
    },
    advance: (done, total) => {
      const last = running.at(-1);
      if (last === undefined) return;
      // Not awaited, as drawing must not delay the work; the sink keeps the order.
      void draw(`${last.step.label} ${bar(done, total, now() - last.began)}`).catch(() => undefined);
    },
    times: (label) => ({ ...whole, label, milliseconds: now() }),
  };
}

/** Redraws a line on a terminal. */
function createLine(stderr: Sink): (text: string) => Promise<void> {
  let shown = "";
  return async (text) => {
    if (!stderr.terminal || text === shown) return;
    shown = text;
    await stderr.writeEscaped(`${CLEAR_LINE}${text}`);
  };
}

/** The part of a step with a name; a new one if there is none. */
function partOf({ parts }: MeasuredStep, label: string): MeasuredStep {
  const known = parts.find((part) => part.label === label);
  const part = known ?? { label, count: 0, milliseconds: 0, parts: [] };
  if (known === undefined) parts.push(part);
  part.count += 1;
  return part;
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
