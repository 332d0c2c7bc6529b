import { counted, severityLine } from "../../diagnostics/report/text.ts";
import { changeOf, type Change, type OutputPlan } from "../../output/model.ts";
import { describeLeft } from "../notices.ts";
import type { Build } from "./build-package.ts";

/** Number of files for each kind of change. */
function countChanges(plan: OutputPlan): Readonly<Record<Change, number>> {
  const counts = { created: 0, changed: 0, removed: 0, unchanged: plan.unchanged };
  for (const file of plan.files) counts[changeOf(file)] += 1;
  return counts;
}

/**
 * Summarises a run.
 *
 * @param build results of the run
 * @param out folder of the package, for display
 * @param milliseconds duration of the run
 */
export function summarise({ facts, notices, plan }: Build, out: string, milliseconds: number): string {
  const { created, changed, removed, unchanged } = countChanges(plan);
  const found = [
    counted(facts.pages, "page"),
    counted(facts.types, "type"),
    counted(facts.enums, "enum"),
    counted(facts.operations, "operation"),
  ].join(", ");
  const files = `${counted(created + changed, "file")} written, ${unchanged} unchanged, ${removed} removed`;
  return [
    `Read     ${found}`,
    `Wrote    ${out}: ${files}`,
    `Noticed  ${severityLine(notices.listed)}${describeLeft(notices)}`,
    `Took     ${(milliseconds / 1000).toFixed(2)} s`,
    "",
  ].join("\n");
}
