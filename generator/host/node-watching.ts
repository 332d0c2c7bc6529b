import { performance } from "node:perf_hooks";
import { readStamps } from "./node-stamps.ts";
import type { Watching } from "./watching.ts";

/** Milliseconds without a change before changes are reported: an editor makes several changes for one save. */
const QUIET = 20;
/**
 * Milliseconds in which the library may not report a second change of a file. Reported files are checked again after
 * this time.
 */
const THROTTLE = 100;

/** Watches files and folders of the real file system; see `Live`. */
export async function watchFiles(
  paths: readonly string[],
  isIgnored: (path: string, isFile: boolean) => boolean,
  stopped: Promise<void>,
): Promise<Watching> {
  const { watch } = await import("chokidar");
  const queue = createQueue(stopped);
  const watcher = watch([...paths], {
    ignoreInitial: true,
    followSymlinks: false,
    ignored: (path, stats) => isIgnored(path, stats?.isFile() ?? false),
  });
  watcher.on("all", (event, path) => {
    if (event === "add" || event === "change" || event === "unlink") queue.push(path);
  });
  // A folder that cannot be watched does not end the watch; its files are read when something else changes.
  watcher.on("error", () => undefined);
  await new Promise<void>((resolve) => watcher.once("ready", resolve));
  return {
    next: queue.next,
    add: (files) => void watcher.add([...files]),
    close: () => watcher.close(),
  };
}

/** Reported files with their stamps at that time. */
interface Report {
  readonly time: number;
  readonly stamps: ReadonlyMap<string, string | null>;
}

const NO_REPORT: Report = { time: 0, stamps: new Map() };

interface QueueState {
  ended: boolean;
  timer: NodeJS.Timeout | null;
  report: Report;
  wake: () => void;
}

/** Collects paths until they are requested and no further change follows. */
function createQueue(stopped: Promise<void>): {
  readonly push: (path: string) => void;
  readonly next: () => Promise<ReadonlySet<string> | null>;
} {
  const paths = new Set<string>();
  const state: QueueState = { ended: false, timer: null, report: NO_REPORT, wake: () => undefined };
  /** Checks the reported files again if the library may have missed a change. */
  const checkAgain = (): void => {
    if (state.timer !== null || state.report.stamps.size === 0) return;
    const rest = state.report.time + THROTTLE - performance.now();
    if (rest > 0) {
      if (paths.size === 0) wait(state, rest);
      return;
    }
    for (const path of changedSince(state.report)) paths.add(path);
    state.report = NO_REPORT;
  };
  void stopped.then(() => {
    state.ended = true;
    state.wake();
  });
  return {
    push: (path) => {
      paths.add(path);
      wait(state, QUIET);
    },
    next: async () => {
      checkAgain();
      while (!state.ended && (paths.size === 0 || state.timer !== null)) {
        await new Promise<void>((resolve) => (state.wake = resolve));
        checkAgain();
      }
      if (state.ended) return null;
      const now = new Set(paths);
      paths.clear();
      state.report = addReport([...now], state.report);
      return now;
    },
  };
}

/** Wakes the waiting call after some time; replaces an earlier timer. */
function wait(state: QueueState, milliseconds: number): void {
  if (state.timer !== null) clearTimeout(state.timer);
  state.timer = setTimeout(() => {
    state.timer = null;
    state.wake();
  }, milliseconds);
}

/** Adds files to those to check again. Stamps are read before the caller reads the files, so no change is missed. */
function addReport(paths: readonly string[], before: Report): Report {
  const stamps = readStamps(paths);
  const now = paths.map((path, index) => [path, stamps[index]?.text ?? null] as const);
  return { time: performance.now(), stamps: new Map([...before.stamps, ...now]) };
}

function changedSince({ stamps }: Report): readonly string[] {
  const paths = [...stamps.keys()];
  const now = readStamps(paths);
  return paths.filter((path, index) => (now[index]?.text ?? null) !== stamps.get(path));
}
