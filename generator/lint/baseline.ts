import { compareDiagnostics } from "../diagnostics/diagnostic.ts";
import { sha256 } from "../util/hash.ts";
import { jsonText } from "../util/visible.ts";
import type { Finding } from "./catalog.ts";

/** Number of known findings by file, rule and message; not by line, which may move with other changes. */
export type Baseline = ReadonlyMap<string, number>;

const SHORT = 12;
const VERSION = 1;

/** Creates a baseline from findings. */
export function toBaseline(findings: readonly Finding[]): Baseline {
  const counts = new Map<string, number>();
  for (const finding of findings) counts.set(keyOf(finding), (counts.get(keyOf(finding)) ?? 0) + 1);
  return counts;
}

/** Findings that a baseline does not contain; of equal findings in a page, the last ones. */
export function beyond(baseline: Baseline, findings: readonly Finding[]): readonly Finding[] {
  const left = new Map(baseline);
  return findings.toSorted(compareDiagnostics).filter((finding) => {
    const key = keyOf(finding);
    const known = left.get(key) ?? 0;
    left.set(key, known - 1);
    return known <= 0;
  });
}

function keyOf({ code, message, place }: Finding): string {
  return `${place.file} ${code} ${sha256(message).slice(0, SHORT)}`;
}

/** Prints a baseline as JSON with one line for each finding, so that changes are easy to review. */
export function printBaseline(baseline: Baseline): string {
  const findings = Object.fromEntries([...baseline].toSorted(([a], [b]) => (a < b ? -1 : 1)));
  return `${jsonText({ formatVersion: VERSION, findings })}\n`;
}

/**
 * Parses a printed baseline.
 *
 * @returns null if the text is not a baseline
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
