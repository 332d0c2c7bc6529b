import type { OutputFile } from "./model.ts";
import type { ModulePlan } from "./module-plan.ts";

/** Makes text of what is large to print. */
export interface Printer {
  readonly module: (plan: ModulePlan) => OutputFile;
  readonly script: (name: string, source: string) => string;
}

/** A file before its text is made: printing takes longer than knowing what to print. */
export interface Draft {
  readonly path: string;
  /** Stands for everything that the text depends on, the program aside. */
  readonly content: string;
  /** The file itself where it costs nothing, or what prints it. */
  readonly file: OutputFile | ((printer: Printer) => OutputFile);
}
