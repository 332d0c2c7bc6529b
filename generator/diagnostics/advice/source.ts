import type { sourceEntries } from "../catalog/source.ts";
import type { Advice } from "./model.ts";

/** What to know of the diagnostics of finding and decoding files. */
export const sourceAdvice: { readonly [C in keyof typeof sourceEntries]: Advice } = {
  "file-unreadable": {
    why: "Nothing of the file reaches the package or a reader's browser in good order.",
    mend: "Save the file as UTF-8.",
  },
  "page-unreadable": {
    why: "All that the page states is lost.",
    mend: "Take out what nests without end, or split the page.",
  },
};
