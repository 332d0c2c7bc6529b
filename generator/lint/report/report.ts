import { compareDiagnostics } from "../../diagnostics/diagnostic.ts";
import type { Reporter, ReportOptions } from "../../diagnostics/report/model.ts";
import { reportPretty } from "../../diagnostics/report/pretty.ts";
import type { DiagnosticCode, Finding } from "../catalog.ts";
import { reportGithub } from "./github.ts";
import { reportJson } from "./json.ts";
import { reportSarif } from "./sarif/log.ts";

export const REPORT_FORMATS = ["pretty", "json", "github", "sarif"] as const;

export type ReportFormat = (typeof REPORT_FORMATS)[number];

const REPORTERS: Readonly<Record<ReportFormat, Reporter<DiagnosticCode>>> = {
  pretty: reportPretty,
  json: reportJson,
  github: reportGithub,
  sarif: reportSarif,
};

/**
 * Prints findings, sorted by place.
 *
 * @param format format of the report
 * @param findings all findings of a run, in any order
 * @param options path prefix, colour and lines of files
 */
export function report(format: ReportFormat, findings: readonly Finding[], options: ReportOptions): string {
  return REPORTERS[format](findings.toSorted(compareDiagnostics), options);
}
