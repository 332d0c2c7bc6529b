import type { Diagnostic } from "../diagnostic.ts";

/** How a list of diagnostics is shown. */
export interface ReportOptions {
  /** Relative path from where the user stands to the docs folder; empty when they are the same. */
  readonly prefix: string;
  readonly colour: boolean;
}

export const REPORT_FORMATS = ["pretty", "json", "github"] as const;

export type ReportFormat = (typeof REPORT_FORMATS)[number];

/** Turns diagnostics into text that ends with a line end, or into nothing when there are none to show. */
export type Reporter = (diagnostics: readonly Diagnostic[], options: ReportOptions) => string;
