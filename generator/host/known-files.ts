import type { Host, Stamp } from "./host.ts";

/** What is known of the content of a file: its hash, then whatever else its reader wants to know without reading. */
export type Facts = readonly [hash: string, ...rest: string[]];

/** A file, and the name under which it is known. */
export interface NamedFile {
  readonly name: string;
  /** Absolute. */
  readonly path: string;
}

/** A file at which one looked without reading it. */
export interface Look {
  /** What is known of its content; null where it has to be read. */
  readonly facts: Facts | null;
  /** Takes down what was read of it after the look. */
  note(facts: Facts): void;
}

/** What was found in files, by their stamps: a file that has the stamp it had need not be read again. */
export interface KnownFiles {
  look(host: Host, files: readonly NamedFile[]): Promise<readonly Look[]>;
  /**
   * Takes down what was written to files that nobody else has seen yet.
   *
   * @param last a file on the same file system that was written after them: its clock has moved on since a file that
   *   is older, so that whoever changes that one from now on gives it another stamp
   */
  noteWritten(host: Host, files: readonly (NamedFile & { readonly facts: Facts })[], last: string): Promise<void>;
}

/** Knows nothing: every file is read. */
export const NO_KNOWN_FILES: KnownFiles = {
  look: (_, files) => Promise.resolve(files.map(() => ({ facts: null, note: () => undefined }))),
  noteWritten: () => Promise.resolve(),
};

/** What is known of one file. */
export interface KnownFile {
  readonly stamp: string;
  readonly facts: Facts;
}

/** What is known of files by name, and what a run asked for or found out of it. */
export interface Knowledge extends KnownFiles {
  /** What is known of the files that were looked at; null where that is nothing new. */
  news(): ReadonlyMap<string, KnownFile> | null;
}

/**
 * Looks at files with what earlier runs know of them.
 *
 * A stamp is taken down only where it was settled before the file was read: a change that comes later then gives it
 * another. It is the care that git takes with its index.
 */
export function createKnowledge(known: ReadonlyMap<string, KnownFile>): Knowledge {
  const used = new Map<string, KnownFile>();
  let isNew = false;
  const note = (name: string, { text }: Stamp, facts: Facts): void => {
    used.set(name, { stamp: text, facts });
    isNew = true;
  };
  const lookAt = (name: string, stamp: Stamp | null): Look => {
    if (stamp === null) return { facts: null, note: () => undefined };
    const old = used.get(name) ?? known.get(name);
    const facts = old?.stamp === stamp.text ? old.facts : null;
    if (old !== undefined && facts !== null) used.set(name, old);
    return {
      facts,
      note: (found) => {
        if (stamp.isSettled) note(name, stamp, found);
      },
    };
  };
  return {
    look: async (host, files) => {
      const stamps = await host.stamps(files.map(({ path }) => path));
      return files.map(({ name }, index) => lookAt(name, stamps[index] ?? null));
    },
    noteWritten: async (host, files, last) => {
      const [end, ...stamps] = await host.stamps([last, ...files.map(({ path }) => path)]);
      for (const [index, { name, facts }] of files.entries()) {
        const stamp = stamps[index] ?? null;
        if (end !== undefined && end !== null && stamp !== null && stamp.changed < end.changed)
          note(name, stamp, facts);
      }
    },
    news: () => (isNew ? used : null),
  };
}
