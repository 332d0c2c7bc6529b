import type { Diagnostic } from "../diagnostic.ts";

/** How a list of diagnostics is shown. */
export interface ReportOptions {
  /** Relative path from where the user stands to the docs folder; empty when they are the same. */
  readonly prefix: string;
  readonly colour: boolean;
  /** Lines of the files, for what shows them; a file that is missing is shown without. */
  readonly lines?: ReadonlyMap<string, readonly string[]>;
}

export const REPORT_FORMATS = ["pretty", "json", "github", "sarif"] as const;

export type ReportFormat = (typeof REPORT_FORMATS)[number];

/** Turns diagnostics into text that ends with a line end, or into nothing when there are none to show. */
export type Reporter = (diagnostics: readonly Diagnostic[], options: ReportOptions) => string;
