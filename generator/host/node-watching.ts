import { performance } from "node:perf_hooks";
import { readStamps } from "./node-stamps.ts";
import type { Watching } from "./watching.ts";

/** Milliseconds without a change after which those before are told: an editor makes several for one save. */
const QUIET = 20;
/**
 * Milliseconds in which the library may tell nothing of a second change of a file. Files that were told of are looked at
 * again when they have passed.
 */
const DEAF = 100;

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
  // A folder that cannot be watched is no reason to end; what it holds is read when something else changes.
  watcher.on("error", () => undefined);
  await new Promise<void>((resolve) => watcher.once("ready", resolve));
  return {
    next: queue.next,
    add: (files) => void watcher.add([...files]),
    close: () => watcher.close(),
  };
}

/** Files that were told of, as they were then. */
interface Told {
  readonly time: number;
  readonly stamps: ReadonlyMap<string, string | null>;
}

const NOTHING_TOLD: Told = { time: 0, stamps: new Map() };

interface QueueState {
  ended: boolean;
  timer: NodeJS.Timeout | null;
  told: Told;
  wake: () => void;
}

/** Gathers paths until they are asked for and no further one comes. */
function createQueue(stopped: Promise<void>): {
  readonly push: (path: string) => void;
  readonly next: () => Promise<ReadonlySet<string> | null>;
} {
  const paths = new Set<string>();
  const state: QueueState = { ended: false, timer: null, told: NOTHING_TOLD, wake: () => undefined };
  /** Looks again at what was told of, as soon as that says something. */
  const lookAgain = (): void => {
    if (state.timer !== null || state.told.stamps.size === 0) return;
    const rest = state.told.time + DEAF - performance.now();
    if (rest > 0) {
      if (paths.size === 0) wait(state, rest);
      return;
    }
    for (const path of changedSince(state.told)) paths.add(path);
    state.told = NOTHING_TOLD;
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
      lookAgain();
      while (!state.ended && (paths.size === 0 || state.timer !== null)) {
        await new Promise<void>((resolve) => (state.wake = resolve));
        lookAgain();
      }
      if (state.ended) return null;
      const now = new Set(paths);
      paths.clear();
      state.told = tell([...now], state.told);
      return now;
    },
  };
}

/** Wakes who waits after some time, instead of when it was to be before. */
function wait(state: QueueState, milliseconds: number): void {
  if (state.timer !== null) clearTimeout(state.timer);
  state.timer = setTimeout(() => {
    state.timer = null;
    state.wake();
  }, milliseconds);
}

/** Whoever is told reads the files after this. What was told before and not looked at again still has to be. */
function tell(paths: readonly string[], before: Told): Told {
  const stamps = readStamps(paths);
  const now = paths.map((path, index) => [path, stamps[index]?.text ?? null] as const);
  return { time: performance.now(), stamps: new Map([...before.stamps, ...now]) };
}

function changedSince({ stamps }: Told): readonly string[] {
  const paths = [...stamps.keys()];
  const now = readStamps(paths);
  return paths.filter((path, index) => (now[index]?.text ?? null) !== stamps.get(path));
}
