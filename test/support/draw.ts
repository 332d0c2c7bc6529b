import type { Finding } from "../../generator/lint/catalog.ts";
import { compareStrings } from "../../generator/util/compare.ts";
import { sha256 } from "../../generator/util/hash.ts";

/** Identity of a finding; its message may change. */
export type FindingKey = Pick<Finding, "code"> & Finding["place"];

/** The place and rule of a finding as text. */
export function keyText({ code, file, line, column }: FindingKey): string {
  return `${file}:${String(line)}:${String(column)} ${code}`;
}

/** More errors than this are drawn rather than all read. */
const MOST_ERRORS = 150;

/**
 * Draws findings for review: every error, or half of the draw where there are many, then random warnings; of each
 * level one of each rule in turn, so that no rule is left out. A finding keeps its rank if other findings appear or
 * disappear.
 *
 * @param found all findings
 * @param size number of findings to draw
 * @param seed a different seed draws different findings
 */
export function drawFindings(found: readonly Finding[], size: number, seed: string): readonly Finding[] {
  const distinct = [...new Map(found.map((each) => [keyText({ ...each, ...each.place }), each])).values()];
  const errors = inTurn(
    distinct.filter(({ severity }) => severity === "error"),
    seed,
  );
  const warnings = inTurn(
    distinct.filter(({ severity }) => severity === "warning"),
    seed,
  );
  const drawn = errors.length > MOST_ERRORS ? errors.slice(0, size / 2) : errors;
  return [...drawn, ...warnings.slice(0, Math.max(0, size - drawn.length))];
}

/** Draws findings of the comparison with metadata, one of each rule in turn, whatever their levels are. */
export function drawMetadata(found: readonly Finding[], size: number, seed: string): readonly Finding[] {
  return inTurn(found, seed).slice(0, size);
}

/** Random findings, one of each rule in turn. */
function inTurn(findings: readonly Finding[], seed: string): readonly Finding[] {
  const rules = [...new Set(findings.map(({ code }) => code))].map((code) =>
    inRandomOrder(
      findings.filter((each) => each.code === code),
      seed,
    ),
  );
  const turns = Math.max(0, ...rules.map((each) => each.length));
  return Array.from({ length: turns }, (_, turn) =>
    inRandomOrder(
      rules.flatMap((each) => each[turn] ?? []),
      seed,
    ),
  ).flat();
}

function inRandomOrder(findings: readonly Finding[], seed: string): readonly Finding[] {
  const rank = (each: Finding): string => sha256(`${seed} ${keyText({ ...each, ...each.place })}`);
  return findings.toSorted((a, b) => compareStrings(rank(a), rank(b)));
}
