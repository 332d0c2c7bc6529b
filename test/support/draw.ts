import type { Diagnostic } from "../../generator/diagnostics/diagnostic.ts";
import { compareStrings } from "../../generator/util/compare.ts";
import { sha256 } from "../../generator/util/hash.ts";

/** What tells one finding from another; the wording of its message may change. */
export type FindingKey = Pick<Diagnostic, "code"> & Diagnostic["place"];

/** The place and rule of a finding as text. */
export function keyText({ code, file, line, column }: FindingKey): string {
  return `${file}:${String(line)}:${String(column)} ${code}`;
}

/**
 * Draws findings that somebody is to read: every error, then warnings at random, one of each rule in turn, so that no
 * rule is left out because another one speaks more often. A finding keeps its rank when others come and go.
 *
 * @param found everything that was found
 * @param size how many to draw
 * @param seed another one draws other warnings
 */
export function drawFindings(found: readonly Diagnostic[], size: number, seed: string): readonly Diagnostic[] {
  const distinct = [...new Map(found.map((each) => [keyText({ ...each, ...each.place }), each])).values()];
  const errors = distinct.filter(({ severity }) => severity === "error");
  const warnings = distinct.filter(({ severity }) => severity === "warning");
  const rules = [...new Set(warnings.map(({ code }) => code))].map((code) =>
    inRandomOrder(
      warnings.filter((each) => each.code === code),
      seed,
    ),
  );
  const turns = Math.max(0, ...rules.map((each) => each.length));
  const drawn = Array.from({ length: turns }, (_, turn) =>
    inRandomOrder(
      rules.flatMap((each) => each[turn] ?? []),
      seed,
    ),
  ).flat();
  return [...errors, ...drawn.slice(0, Math.max(0, size - errors.length))];
}

function inRandomOrder(findings: readonly Diagnostic[], seed: string): readonly Diagnostic[] {
  const rank = (each: Diagnostic): string => sha256(`${seed} ${keyText({ ...each, ...each.place })}`);
  return findings.toSorted((a, b) => compareStrings(rank(a), rank(b)));
}
