import { styleText } from "node:util";
import type { Diagnostic } from "../diagnostic.ts";
import type { Severity } from "../entry.ts";

const COLOURS = { error: "red", warning: "yellow", info: "cyan" } as const;

/** Colours a text by severity if colour is enabled. */
export function paint(severity: Severity, text: string, colour: boolean): string {
  // The caller decides whether to use colour; styleText would inspect the process and decide again.
  return colour ? styleText(COLOURS[severity], text, { validateStream: false }) : text;
}

/** Counts diagnostics by severity. */
export function countSeverities(diagnostics: readonly Diagnostic<string>[]): Readonly<Record<Severity, number>> {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { severity } of diagnostics) counts[severity] += 1;
  return counts;
}

/** A number with its noun, e.g. `1 page`, `3 pages`, `1,234 pages`. */
export function counted(count: number, noun: string): string {
  // Loading Intl.NumberFormat takes longer than printing the rest of the output of an unchanged run.
  const grouped = String(count).replace(/\B(?=(?:\d{3})+$)/g, ",");
  return `${grouped} ${noun}${count === 1 ? "" : "s"}`;
}

/** Counts by severity as text, e.g. `2 errors, 1 warning, 0 infos`. */
export function severityLine(diagnostics: readonly Diagnostic<string>[]): string {
  const counts = countSeverities(diagnostics);
  return [counted(counts.error, "error"), counted(counts.warning, "warning"), counted(counts.info, "info")].join(", ");
}
