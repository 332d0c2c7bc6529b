import { keyOf, type Store } from "../cache/store.ts";
import type { Digest } from "../emit/facets.ts";
import type { Draft, Input } from "../emit/draft.ts";

/** Texts of the files that earlier runs made, by all that each was made of. */
export interface KeptFiles {
  /** The text that printing a draft would give, or null where no run had all that it is made of. */
  recall(draft: Draft): string | null;
  keep(draft: Draft, inputs: readonly Input[], text: string): void;
}

/**
 * Finds files in a store: which inputs a file needs is kept by its own content, its text by the content and by what
 * stands behind these inputs.
 *
 * @param store texts of earlier runs
 * @param stamp stands for the program
 * @param digest what stands behind an input now
 */
export function keptFiles(store: Store, stamp: string, digest: Digest): KeptFiles {
  const inputsKey = ({ path, content }: Draft): string => keyOf(stamp, "inputs", path, content);
  const textKey = ({ path, content }: Draft, inputs: readonly Input[]): string =>
    keyOf(stamp, "file", path, content, ...inputs.map(digest));
  return {
    recall: (draft) => {
      const inputs = parseInputs(store.get(inputsKey(draft)));
      return inputs === null ? null : store.get(textKey(draft, inputs));
    },
    keep: (draft, inputs, text) => {
      store.set(inputsKey(draft), JSON.stringify(inputs));
      store.set(textKey(draft, inputs), text);
    },
  };
}

/** The store checks that the text is whole, and the program's stamp is part of its key. */
function parseInputs(text: string | null): readonly Input[] | null {
  const value: unknown = text === null ? null : JSON.parse(text);
  return Array.isArray(value) && value.every((item) => typeof item === "string") ? value : null;
}
