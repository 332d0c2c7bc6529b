import type { OutputFile } from "./model.ts";
import type { ModulePlan } from "./module-plan.ts";

/** Makes text of what is large to print. */
export interface Printer {
  readonly module: (plan: ModulePlan) => OutputFile;
  readonly script: (name: string, source: string) => string;
}

/** Name of something that many files may depend on, such as a type or one of its properties. */
export type Input = string;

/** A file, and the inputs that were needed to make it. */
export interface Printed {
  readonly file: OutputFile;
  readonly inputs: readonly Input[];
}

/** A file before its text is made: that takes longer than knowing whether it would be another. */
export interface Draft {
  readonly path: string;
  /** Stands for everything that the text depends on, the program and the inputs that making it turns out to need aside. */
  readonly content: string;
  /** The file itself where it costs nothing, or what makes it. */
  readonly file: OutputFile | ((printer: Printer) => Printed);
}
