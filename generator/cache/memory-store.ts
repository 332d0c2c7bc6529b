import type { Store } from "./store.ts";

/** A store for as long as the process runs. */
export interface MemoryStore extends Store {
  /** Drops what was neither asked for nor added since the last time. */
  forgetUnused(): void;
}

/**
 * Makes a store that keeps texts in memory.
 *
 * @param behind where texts are looked for that are not in memory, and which is given those that are added
 */
export function createMemoryStore(behind: Store): MemoryStore {
  let known = new Map<string, Buffer>();
  let used = new Map<string, Buffer>();
  const getBytes = (key: string): Buffer | null => {
    const bytes = used.get(key) ?? known.get(key) ?? behind.getBytes(key);
    if (bytes !== null) used.set(key, bytes);
    return bytes;
  };
  return {
    get: (key) => getBytes(key)?.toString() ?? null,
    getBytes,
    set: (key, text) => {
      used.set(key, Buffer.from(text));
      behind.set(key, text);
    },
    save: () => behind.save(),
    forgetUnused: () => {
      known = used;
      used = new Map();
    },
  };
}
