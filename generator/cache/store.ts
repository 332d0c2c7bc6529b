import { createHash } from "node:crypto";
import type { Host } from "../host.ts";
import { sha256 } from "../util/hash.ts";
import { checkOf, entryBytes, entrySize, readEntries, type Entry } from "./entries.ts";
import { appendFile, replaceFile } from "./write.ts";

/** Texts of earlier runs by key, in one file. What cannot be read of it counts as not there. */
export interface Store {
  get(key: string): string | null;
  /** The same in UTF-8; the bytes are the file's, so that a part of them that nobody needs costs nothing. */
  getBytes(key: string): Buffer | null;
  set(key: string, text: string): void;
  /**
   * Adds to the file what this run added. Once most of the file is what this run did not ask for, it is written anew
   * without that. This ends the store: it forgets everything, as what comes next may need the memory, and takes nothing
   * more; bytes that somebody has are left to them. Whoever waits, waits for the disk; nobody needs to but the run
   * before it ends.
   */
  save(): Promise<void>;
}

/** A store that keeps nothing. */
export const NO_STORE: Store = {
  get: () => null,
  getBytes: () => null,
  set: () => undefined,
  save: () => Promise.resolve(),
};

/** Key of a result: the hash of everything that it depends on. */
export function keyOf(...parts: readonly (string | Uint8Array)[]): string {
  if (parts.every((part) => typeof part === "string")) {
    return sha256(parts.map((part) => `${part.length}:${part}`).join(""));
  }
  const hash = createHash("sha256");
  for (const part of parts) hash.update(`${part.length}:`).update(part);
  return hash.digest("hex");
}

/**
 * Opens a store.
 *
 * @param host file access
 * @param file where it stands, absolute; it need not exist
 */
export async function openStore(host: Host, file: string): Promise<Store> {
  const { entries: known, size, isWhole } = readEntries(await host.read(file).catch(() => null));
  const used = new Map<string, Entry>();
  const added = new Map<string, Entry>();
  let saved: Promise<void> | null = null;
  const write = (): Promise<void> => {
    const kept = [...used].filter(([key]) => !added.has(key));
    const canGrow = size > 0 && isWhole && 2 * (size - sizeOf(kept)) < size + sizeOf([...added]);
    const bytes = [...(canGrow ? [] : kept), ...added].flatMap(([key, entry]) => entryBytes(key, entry));
    return canGrow ? appendFile(host, file, bytes) : replaceFile(host, file, bytes);
  };
  const getBytes = (key: string): Buffer | null => {
    const entry = added.get(key) ?? known.get(key);
    if (entry === undefined) return null;
    if (!added.has(key) && !used.has(key)) {
      // A damaged text is as good as none.
      if (checkOf(key, entry.body) !== entry.check) return null;
      used.set(key, entry);
    }
    return entry.body;
  };
  return {
    get: (key) => getBytes(key)?.toString("utf8") ?? null,
    getBytes,
    set: (key, text) => {
      if (saved !== null) return;
      const body = Buffer.from(text);
      added.set(key, { body, check: checkOf(key, body) });
    },
    save: () => {
      saved ??= added.size === 0 ? Promise.resolve() : write();
      for (const entries of [known, used, added]) entries.clear();
      return saved;
    },
  };
}

function sizeOf(entries: readonly (readonly [key: string, entry: Entry])[]): number {
  return entries.reduce((sum, [, entry]) => sum + entrySize(entry), 0);
}
