import type { Host } from "../host/host.ts";
import { checkOf, entryBytes, entrySize, readEntries, type Entry } from "./entries.ts";
import { appendFile, replaceFile } from "./write.ts";

/** Texts by key, in one file. Unreadable parts of the file count as missing. */
export interface Store {
  get(key: string): string | null;
  set(key: string, text: string): void;
  /**
   * Writes the texts that were set. They are appended, unless this run did not use most of the file: then the file is
   * replaced by one without the unused texts. Afterwards, the store releases its texts, as they take memory; the next
   * call appends texts that are set later.
   */
  save(): Promise<void>;
}

/**
 * Opens a store.
 *
 * @param host file access
 * @param file the file, absolute; it need not exist
 */
export async function openStore(host: Host, file: string): Promise<Store> {
  const { entries: stored, size, isWhole } = readEntries(await host.read(file).catch(() => null));
  const used = new Map<string, Entry>();
  const added = new Map<string, Entry>();
  let isSaved = false;
  let saving: Promise<void> = Promise.resolve();
  /** Collects the entries to write; texts that are set while it is written belong to the next call. */
  const prepareWrite = (): (() => Promise<void>) => {
    const unchanged = [...used].filter(([key]) => !added.has(key));
    const isUseful = size > 0 && isWhole && 2 * (size - sizeOf(unchanged)) < size + sizeOf([...added]);
    const canAppend = isSaved || isUseful;
    const bytes = [...(canAppend ? [] : unchanged), ...added].flatMap(([key, entry]) => entryBytes(key, entry));
    return () => (canAppend ? appendFile(host, file, bytes) : replaceFile(host, file, bytes));
  };
  return {
    get: (key) => {
      const entry = added.get(key) ?? stored.get(key);
      if (entry === undefined) return null;
      if (!added.has(key) && !used.has(key)) {
        if (checkOf(key, entry.body) !== entry.check) return null;
        used.set(key, entry);
      }
      return entry.body.toString("utf8");
    },
    set: (key, text) => {
      const body = Buffer.from(text);
      added.set(key, { body, check: checkOf(key, body) });
    },
    save: () => {
      if (added.size > 0) {
        saving = saving.then(prepareWrite());
        isSaved = true;
      }
      for (const entries of [stored, used, added]) entries.clear();
      return saving;
    },
  };
}

function sizeOf(entries: readonly (readonly [key: string, entry: Entry])[]): number {
  return entries.reduce((sum, [, entry]) => sum + entrySize(entry), 0);
}
