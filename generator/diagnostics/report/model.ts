import type { Diagnostic } from "../diagnostic.ts";

/** Options of a report. */
export interface ReportOptions {
  /** Relative path from the working directory to the docs folder; empty if they are the same. */
  readonly prefix: string;
  readonly colour: boolean;
  /** Lines of files, for reports that show them. */
  readonly lines?: ReadonlyMap<string, readonly string[]>;
}

/** Prints diagnostics: text that ends with a line ending, or an empty text if there is nothing to show. */
export type Reporter<Code extends string = string> = (
  diagnostics: readonly Diagnostic<Code>[],
  options: ReportOptions,
) => string;
