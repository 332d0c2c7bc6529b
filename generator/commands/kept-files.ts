import { keyOf, type Store } from "../cache/store.ts";
import type { Digest } from "../emit/facets.ts";
import type { Contribution } from "../emit/contribution.ts";
import type { Draft, Input } from "../emit/draft.ts";

/** What a draft came to: the formatted text with its hash, and what its module adds to other files. */
export interface MadeFile {
  readonly text: string;
  /** As the manifest of the package has it. */
  readonly hash: string;
  readonly contribution: Contribution;
}

/** The files that earlier runs made, by all that each was made of. */
export interface KeptFiles {
  /** What making a draft would give, or null where no run had all that it is made of. */
  recall(draft: Draft): MadeFile | null;
  keep(draft: Draft, inputs: readonly Input[], made: MadeFile): void;
}

/**
 * Finds files in a store: which inputs a file needs is kept by its own content, the file by its content and by what
 * stands behind these inputs.
 *
 * @param store texts of earlier runs
 * @param stamp stands for the program
 * @param digest what stands behind an input now
 */
export function keptFiles(store: Store, stamp: string, digest: Digest): KeptFiles {
  const inputsKey = ({ path, content }: Draft): string => keyOf(stamp, "inputs", path, content);
  const fileKey = ({ path, content }: Draft, inputs: readonly Input[]): string =>
    keyOf(stamp, "file", path, content, ...inputs.map(digest));
  return {
    recall: (draft) => {
      const inputs = parseInputs(store.get(inputsKey(draft)));
      return inputs === null ? null : parseMade(store.get(fileKey(draft, inputs)));
    },
    keep: (draft, inputs, { text, ...facts }) => {
      store.set(inputsKey(draft), JSON.stringify(inputs));
      store.set(fileKey(draft, inputs), `${JSON.stringify(facts satisfies Facts)}\n${text}`);
    },
  };
}

/** All but the text. */
type Facts = Omit<MadeFile, "text">;

/** A line with what is known of the file, then the file. */
function parseMade(kept: string | null): MadeFile | null {
  if (kept === null) return null;
  const end = kept.indexOf("\n");
  const facts: unknown = JSON.parse(kept.slice(0, end));
  return isFacts(facts) ? { ...facts, text: kept.slice(end + 1) } : null;
}

function isFacts(value: unknown): value is Facts {
  return typeof value === "object" && value !== null && "hash" in value && "contribution" in value;
}

/** The store checks that the text is whole, and the program's stamp is part of its key. */
function parseInputs(text: string | null): readonly Input[] | null {
  const value: unknown = text === null ? null : JSON.parse(text);
  return Array.isArray(value) && value.every((item) => typeof item === "string") ? value : null;
}
