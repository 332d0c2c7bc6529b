import type { Host, Stamp } from "./host.ts";

/** Facts about the content of a file: its hash, then further facts that its reader needs without reading it again. */
export type Facts = readonly [hash: string, ...rest: string[]];

/** A file, and the name under which its stamp is stored. */
export interface NamedFile {
  readonly name: string;
  /** Absolute. */
  readonly path: string;
}

/** Result of looking up a file by its stamp. */
export interface StampLookup {
  /** Facts about its content; null if the file must be read. */
  readonly facts: Facts | null;
  /** Records the facts that were read from the file after the lookup. */
  record(facts: Facts): void;
}

/**
 * Facts about files by their stamps: files come in, the facts of those with an unchanged stamp go out. Only the other
 * files must be read.
 */
export interface FileStamps {
  lookUp(host: Host, files: readonly NamedFile[]): Promise<readonly StampLookup[]>;
  /**
   * Records facts about files that this run has written, before any other program can see them.
   *
   * @param last a file on the same file system that was written after them: if its time is later than that of a file,
   *   the clock has ticked in between, so any later change of that file gives it another stamp
   */
  recordWritten(host: Host, files: readonly (NamedFile & { readonly facts: Facts })[], last: string): Promise<void>;
}

/** Contains no stamps: every file is read. */
export const NO_FILE_STAMPS: FileStamps = {
  lookUp: (_, files) => Promise.resolve(files.map(() => ({ facts: null, record: () => undefined }))),
  recordWritten: () => Promise.resolve(),
};

/** Stamp of one file, with its facts. */
export interface StampedFile {
  readonly stamp: string;
  readonly facts: Facts;
}

/** Stamps of files by name that note which of them a run uses and adds. */
export interface UpdatedStamps extends FileStamps {
  /** Returns the stamps of the files that were looked up; null if nothing was added. */
  updates(): ReadonlyMap<string, StampedFile> | null;
}

/**
 * Looks up files in the stamps of earlier runs.
 *
 * A stamp is recorded only if it was settled before the file was read, so that any later change gives the file another
 * stamp. Git does the same with its index.
 */
export function createFileStamps(stored: ReadonlyMap<string, StampedFile>): UpdatedStamps {
  const used = new Map<string, StampedFile>();
  let hasNew = false;
  const record = (name: string, { text }: Stamp, facts: Facts): void => {
    used.set(name, { stamp: text, facts });
    hasNew = true;
  };
  const lookUpFile = (name: string, stamp: Stamp | null): StampLookup => {
    if (stamp === null) return { facts: null, record: () => undefined };
    const old = used.get(name) ?? stored.get(name);
    const facts = old?.stamp === stamp.text ? old.facts : null;
    if (old !== undefined && facts !== null) used.set(name, old);
    return {
      facts,
      record: (found) => {
        if (stamp.isSettled) record(name, stamp, found);
      },
    };
  };
  return {
    lookUp: async (host, files) => {
      const stamps = await host.stamps(files.map(({ path }) => path));
      return files.map(({ name }, index) => lookUpFile(name, stamps[index] ?? null));
    },
    recordWritten: async (host, files, last) => {
      const [end, ...stamps] = await host.stamps([last, ...files.map(({ path }) => path)]);
      for (const [index, { name, facts }] of files.entries()) {
        const stamp = stamps[index] ?? null;
        if (end !== undefined && end !== null && stamp !== null && stamp.changed < end.changed)
          record(name, stamp, facts);
      }
    },
    updates: () => (hasNew ? used : null),
  };
}
