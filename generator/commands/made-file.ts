import type { Contribution } from "../emit/contribution.ts";
import type { Input } from "../emit/draft.ts";

/** What a draft came to: the formatted text with its hash, and what its module adds to other files. */
export interface MadeFile {
  readonly text: string;
  /** As the manifest of the package has it. */
  readonly hash: string;
  readonly contribution: Contribution;
}

/** A file with what had to be known to make it. */
export interface RecalledFile {
  readonly made: MadeFile;
  /** All that its parts needed. */
  readonly inputs: readonly Input[];
}
