import { comparePlans, subjectOf, type Facets, type PlanChanges, type Subject } from "../emit/changes.ts";
import type { Draft } from "../emit/draft.ts";
import { isEqual } from "../util/equal.ts";
import type { MadeFile, RecalledFile } from "./made-file.ts";

/** The files of a run while it makes them, which knows how the run before made them. */
export interface FileMemory {
  /**
   * What making a draft would give, or null where something that it is made of is another.
   *
   * @param find looks for a file of which the run before knows nothing
   */
  recall(draft: Draft, find: (draft: Draft) => RecalledFile | null): MadeFile | null;
  /**
   * Learns how a draft was made.
   *
   * @returns the same, of objects that are known where they say the same
   */
  keep(draft: Draft, file: RecalledFile): MadeFile;
}

/** The files of the last run of a process. */
export interface LastFiles {
  /**
   * Begins a run.
   *
   * @param facets what stands behind the inputs of its drafts
   * @param use told the path of a file that is not looked for in the store, as it is known already
   */
  begin(
    facets: Facets,
    use: (path: string) => void,
  ): FileMemory & {
    /** Ends it: the files are those of the last run from now on. */
    end(): void;
  };
}

interface LastFile extends RecalledFile {
  readonly content: string;
  /** What its inputs are about. */
  readonly subjects: ReadonlySet<Subject>;
}

interface LastRun {
  readonly facets: Facets;
  readonly files: ReadonlyMap<string, LastFile>;
}

/** Remembers files from one run to the next. */
export function createLastFiles(): LastFiles {
  let last: LastRun | null = null;
  return {
    begin: (facets, use) => {
      const before = last;
      const changes = before === null ? null : comparePlans(before.facets, facets);
      const files = new Map<string, LastFile>();
      const note = (draft: Draft, { made, inputs }: RecalledFile): MadeFile => {
        const file = sharedFile(made, before?.files.get(draft.path));
        const subjects = new Set(inputs.map(subjectOf));
        files.set(draft.path, { made: file, inputs, content: draft.content, subjects });
        return file;
      };
      return {
        recall: (draft, find) => {
          const known = before?.files.get(draft.path);
          if (known === undefined || changes === null) {
            const found = find(draft);
            return found === null ? null : note(draft, found);
          }
          if (known.content !== draft.content || !holds(known, changes)) return null;
          files.set(draft.path, known);
          use(draft.path);
          return known.made;
        },
        keep: note,
        end: () => {
          last = { facets, files };
        },
      };
    },
  };
}

/** What a file adds to others often stays, whatever becomes of its text. */
function sharedFile(made: MadeFile, before: LastFile | undefined): MadeFile {
  if (before === undefined || !isEqual(made.contribution, before.made.contribution)) return made;
  return { text: made.text, hash: made.hash, contribution: before.made.contribution };
}

/** Whether nothing that a file was made of has changed. */
function holds({ inputs, subjects }: LastFile, changes: PlanChanges): boolean {
  const touched = changes.subjects.filter((subject) => subjects.has(subject));
  if (touched.length === 0) return true;
  const set = new Set(touched);
  return inputs.every((input) => !set.has(subjectOf(input)) || changes.isSame(input));
}
