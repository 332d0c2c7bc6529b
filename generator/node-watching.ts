import type { Watching } from "./watching.ts";

/**
 * Milliseconds without a change after which those before are told: an editor makes several for one save. The library
 * tells nothing of a second change of a file within 50; what is read later has it.
 */
const QUIET = 52;

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

/** Gathers paths until they are asked for and no further one comes. */
function createQueue(stopped: Promise<void>): {
  readonly push: (path: string) => void;
  readonly next: () => Promise<ReadonlySet<string> | null>;
} {
  const paths = new Set<string>();
  const state: { ended: boolean; timer: NodeJS.Timeout | null; wake: () => void } = {
    ended: false,
    timer: null,
    wake: () => undefined,
  };
  void stopped.then(() => {
    state.ended = true;
    state.wake();
  });
  return {
    push: (path) => {
      paths.add(path);
      if (state.timer !== null) clearTimeout(state.timer);
      state.timer = setTimeout(() => {
        state.timer = null;
        state.wake();
      }, QUIET);
    },
    next: async () => {
      while (!state.ended && (paths.size === 0 || state.timer !== null)) {
        await new Promise<void>((resolve) => (state.wake = resolve));
      }
      if (state.ended) return null;
      const told = new Set(paths);
      paths.clear();
      return told;
    },
  };
}
