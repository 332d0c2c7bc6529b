import { createKnowledge, type Facts, type KnownFile, type KnownFiles } from "../known-files.ts";
import { keyOf, type Store } from "./store.ts";

/** What is known of files, kept from run to run. */
export interface KeptKnowledge {
  readonly files: KnownFiles;
  /** Keeps what this run found out, if anything; what it did not look at is dropped. */
  save(): Promise<void>;
}

type Row = readonly [name: string, stamp: string, facts: Facts];

/**
 * Takes what is known of files from a store, which holds nothing else.
 *
 * @param stamp stands for the program, which may read something else in the same files than another did
 */
export function keepKnowledge(store: Store, stamp: string): KeptKnowledge {
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

/** The store checks that the text is whole, and the program's stamp is part of its key. */
function parseRows(text: string | null): ReadonlyMap<string, KnownFile> {
  const rows: unknown = text === null ? [] : JSON.parse(text);
  return new Map((isRows(rows) ? rows : []).map(([name, stamp, facts]) => [name, { stamp, facts }]));
}

function isRows(value: unknown): value is readonly Row[] {
  return Array.isArray(value);
}
