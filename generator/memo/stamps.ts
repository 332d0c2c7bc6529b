import { createKnowledge, type Facts, type KnownFile, type KnownFiles } from "../host/known-files.ts";
import { keyOf } from "./key.ts";
import type { Store } from "./store.ts";

/** Stamps of files, stored from run to run. */
export interface StoredStamps {
  readonly files: KnownFiles;
  /** Stores what this run found, if anything; files that it did not look at are dropped. */
  save(): Promise<void>;
}

type Row = readonly [name: string, stamp: string, facts: Facts];

/**
 * Reads the stamps of files from a store that holds nothing else.
 *
 * @param stamp stands for the program: another version may read other facts in the same files
 */
export function readStamps(store: Store, stamp: string): StoredStamps {
  const key = keyOf(stamp, "known files");
  const knowledge = createKnowledge(parseRows(store.get(key)));
  return {
    files: knowledge,
    save: async () => {
      const news = knowledge.news();
      if (news !== null) store.set(key, printRows(news));
      await store.save();
    },
  };
}

function printRows(files: ReadonlyMap<string, KnownFile>): string {
  return JSON.stringify([...files].map(([name, { stamp, facts }]): Row => [name, stamp, facts]));
}

/** The store checks for damage, and the program's stamp is part of its key. */
function parseRows(text: string | null): ReadonlyMap<string, KnownFile> {
  const rows: unknown = text === null ? [] : JSON.parse(text);
  return new Map((isRows(rows) ? rows : []).map(([name, stamp, facts]) => [name, { stamp, facts }]));
}

function isRows(value: unknown): value is readonly Row[] {
  return Array.isArray(value);
}
