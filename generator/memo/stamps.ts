import { createFileStamps, type Facts, type StampedFile, type FileStamps } from "../host/file-stamps.ts";
import { keyOf } from "./key.ts";
import type { Store } from "./store.ts";

/** Stamps of files, stored between runs. */
export interface StoredStamps {
  readonly files: FileStamps;
  /** Stores what this run added; files that it did not look up are dropped. */
  save(): Promise<void>;
}

type Row = readonly [name: string, stamp: string, facts: Facts];

/**
 * Reads the stamps of files from a store that contains nothing else.
 *
 * @param stamp identifies the program: another version may derive other facts from the same files
 */
export function readStamps(store: Store, stamp: string): StoredStamps {
  const key = keyOf(stamp, "file stamps");
  const files = createFileStamps(parseRows(store.get(key)));
  return {
    files,
    save: async () => {
      const updates = files.updates();
      if (updates !== null) store.set(key, printRows(updates));
      await store.save();
    },
  };
}

function printRows(files: ReadonlyMap<string, StampedFile>): string {
  return JSON.stringify([...files].map(([name, { stamp, facts }]): Row => [name, stamp, facts]));
}

/** The store detects damage, and the program's stamp is part of its key. */
function parseRows(text: string | null): ReadonlyMap<string, StampedFile> {
  const rows: unknown = text === null ? [] : JSON.parse(text);
  return new Map((isRows(rows) ? rows : []).map(([name, stamp, facts]) => [name, { stamp, facts }]));
}

function isRows(value: unknown): value is readonly Row[] {
  return Array.isArray(value);
}
