const open = new Set<unknown>();

/** The number of timers that were started by the watched files and have neither ended nor been cleared. */
export function openTimers(): number {
  return open.size;
}

/**
 * Watches the timers that some files start.
 *
 * @param files part of the paths of the files
 */
export function watchTimers(files: string): void {
  globalThis.setTimeout = new Proxy(globalThis.setTimeout, {
    apply(target, self, given: readonly unknown[]): unknown {
      const [callback, ...rest] = given;
      if (typeof callback !== "function" || new Error().stack?.includes(files) !== true)
        return Reflect.apply(target, self, given);
      const run = (): void => {
        open.delete(timer);
        Reflect.apply(callback, undefined, []);
      };
      const timer: unknown = Reflect.apply(target, self, [run, ...rest]);
      open.add(timer);
      return timer;
    },
  });
  globalThis.clearTimeout = new Proxy(globalThis.clearTimeout, {
    apply(target, self, given: readonly unknown[]): unknown {
      open.delete(given[0]);
      return Reflect.apply(target, self, given);
    },
  });
}
