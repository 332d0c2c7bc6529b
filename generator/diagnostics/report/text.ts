import { styleText } from "node:util";
import type { Severity } from "../catalog.ts";
import type { Diagnostic } from "../diagnostic.ts";

/** Control characters and marks that turn the reading direction: docs text must not steer a terminal. */
const UNSAFE = /[\p{Cc}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** Shows unsafe characters as their code points. */
export function safeText(text: string): string {
  return text.replace(UNSAFE, (char) => `\\u{${(char.codePointAt(0) ?? 0).toString(16)}}`);
}

const COLOURS = { error: "red", warning: "yellow", info: "cyan" } as const;

/** Colours a text as its severity when colour is on. */
export function paint(severity: Severity, text: string, colour: boolean): string {
  // The sink knows whether colour is wanted; styleText would look at the process to decide again.
  return colour ? styleText(COLOURS[severity], text, { validateStream: false }) : text;
}

/** How many diagnostics there are of each severity. */
export function countSeverities(diagnostics: readonly Diagnostic[]): Readonly<Record<Severity, number>> {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { severity } of diagnostics) counts[severity] += 1;
  return counts;
}

/** A number and its noun, e.g. `1 page`, `3 pages`, `1,234 pages`. */
export function counted(count: number, noun: string): string {
  // Asking for the rules of a language takes longer than all else that a run without changes says.
  const grouped = String(count).replace(/\B(?=(?:\d{3})+$)/g, ",");
  return `${grouped} ${noun}${count === 1 ? "" : "s"}`;
}

/** `2 errors, 1 warning, 0 infos` in one line. */
export function severityLine(diagnostics: readonly Diagnostic[]): string {
  const counts = countSeverities(diagnostics);
  return [counted(counts.error, "error"), counted(counts.warning, "warning"), counted(counts.info, "info")].join(", ");
}
