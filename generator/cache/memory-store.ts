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
  let known = new Map<string, string>();
  let used = new Map<string, string>();
  const get = (key: string): string | null => {
    const text = used.get(key) ?? known.get(key) ?? behind.get(key);
    if (text !== null) used.set(key, text);
    return text;
  };
  return {
    get,
    getBytes: (key) => {
      const text = get(key);
      return text === null ? null : Buffer.from(text);
    },
    set: (key, text) => {
      used.set(key, text);
      behind.set(key, text);
    },
    save: () => behind.save(),
    forgetUnused: () => {
      known = used;
      used = new Map();
    },
  };
}
