import { compareDiagnostics, type Diagnostic } from "../diagnostics/diagnostic.ts";
import { sha256 } from "../util/hash.ts";

/** How often each finding is known, by file, rule and message; lines do not count, as other changes move them. */
export type Baseline = ReadonlyMap<string, number>;

const SHORT = 12;
const VERSION = 1;

/** Makes a baseline of what was found. */
export function toBaseline(diagnostics: readonly Diagnostic[]): Baseline {
  const counts = new Map<string, number>();
  for (const diagnostic of diagnostics) counts.set(keyOf(diagnostic), (counts.get(keyOf(diagnostic)) ?? 0) + 1);
  return counts;
}

/** What was found beyond a baseline: of equal findings in a page, the last ones. */
export function beyond(baseline: Baseline, diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const left = new Map(baseline);
  return diagnostics.toSorted(compareDiagnostics).filter((diagnostic) => {
    const key = keyOf(diagnostic);
    const known = left.get(key) ?? 0;
    left.set(key, known - 1);
    return known <= 0;
  });
}

function keyOf({ code, message, place }: Diagnostic): string {
  return `${place.file} ${code} ${sha256(message).slice(0, SHORT)}`;
}

/** Prints a baseline as JSON with one line for each finding, so that a change of it can be read. */
export function printBaseline(baseline: Baseline): string {
  const findings = Object.fromEntries([...baseline].toSorted(([a], [b]) => (a < b ? -1 : 1)));
  return `${JSON.stringify({ formatVersion: VERSION, findings }, null, 2)}\n`;
}

/**
 * Reads what `printBaseline` printed.
 *
 * @returns null for a text that is no baseline
 */
export function parseBaseline(text: string): Baseline | null {
  const value = parseJson(text);
  if (!isObject(value) || value.formatVersion !== VERSION || !isObject(value.findings)) return null;
  const entries = Object.entries(value.findings).flatMap(([key, count]) =>
    typeof count === "number" ? [[key, count] as const] : [],
  );
  return new Map(entries);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
