import type { Diagnostic } from "../diagnostic.ts";
import { reportGithub } from "./github.ts";
import { reportJson } from "./json.ts";
import type { Reporter, ReportFormat, ReportOptions } from "./model.ts";
import { sortDiagnostics } from "./place.ts";
import { reportPretty } from "./pretty.ts";
import { reportSarif } from "./sarif/log.ts";

const REPORTERS: Readonly<Record<ReportFormat, Reporter>> = {
  pretty: reportPretty,
  json: reportJson,
  github: reportGithub,
  sarif: reportSarif,
};

/**
 * Turns diagnostics into text, ordered by place.
 *
 * @param format who is to read it
 * @param diagnostics all diagnostics of a run, in any order
 * @param options path prefix and colour
 */
export function report(format: ReportFormat, diagnostics: readonly Diagnostic[], options: ReportOptions): string {
  return REPORTERS[format](sortDiagnostics(diagnostics), options);
}
