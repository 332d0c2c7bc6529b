import type { Finding } from "../../generator/lint/catalog.ts";
import { compareStrings } from "../../generator/util/compare.ts";
import { sha256 } from "../../generator/util/hash.ts";

/** Identity of a finding; its message may change. */
export type FindingKey = Pick<Finding, "code"> & Finding["place"];

/** The place and rule of a finding as text. */
export function keyText({ code, file, line, column }: FindingKey): string {
  return `${file}:${String(line)}:${String(column)} ${code}`;
}

/**
 * Draws findings for review: every error, then random warnings, one of each rule in turn, so that no rule is left out.
 * A finding keeps its rank if other findings appear or disappear.
 *
 * @param found all findings
 * @param size number of findings to draw
 * @param seed a different seed draws different warnings
 */
export function drawFindings(found: readonly Finding[], size: number, seed: string): readonly Finding[] {
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

function inRandomOrder(findings: readonly Finding[], seed: string): readonly Finding[] {
  const rank = (each: Finding): string => sha256(`${seed} ${keyText({ ...each, ...each.place })}`);
  return findings.toSorted((a, b) => compareStrings(rank(a), rank(b)));
}
