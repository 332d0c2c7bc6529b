import { NO_CONTRIBUTION, type Contribution } from "./contribution.ts";
import type { OutputFile } from "./model.ts";
import type { PrintItem } from "./print-item.ts";

/** Name of something that many files may depend on, such as a type or one of its properties. */
export type Input = string;

/** A file, what its module adds to others, and the inputs that were needed to make both. */
export interface Printed {
  readonly file: OutputFile;
  readonly contribution: Contribution;
  readonly inputs: readonly Input[];
}

/** A file before its text is made: that takes longer than knowing whether it would be another. */
export interface Draft {
  readonly path: string;
  /** Stands for everything that the text depends on, the program and the inputs that making it turns out to need aside. */
  readonly content: string;
  /** The file itself where it costs nothing, or what makes it. */
  readonly file: OutputFile | (() => PrintOrder);
}

/** A file on its way to text: what the printer is given, and what becomes of what it prints. */
export interface PrintOrder {
  readonly item: PrintItem;
  readonly finish: (printed: string) => Printed;
}

/** A file that nothing else depends on. */
export function plainFile(file: OutputFile): Printed {
  return { file, contribution: NO_CONTRIBUTION, inputs: [] };
}
