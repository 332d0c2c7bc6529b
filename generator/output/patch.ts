import { createTwoFilesPatch } from "diff";
import { changeOf, type OutputPlan } from "./model.ts";

/** A file that takes longer to compare, in milliseconds, is shown as replaced as a whole. */
const TIMEOUT = 2000;

/**
 * Prints what a run would do as a unified diff.
 *
 * @param plan compared output
 * @returns patches in the order of the paths, as `git apply` reads them; empty when nothing would change
 */
export function patchOutput(plan: OutputPlan): string {
  return plan.files
    .filter((file) => changeOf(file) !== "unchanged")
    .map(({ path, before, text }) => patchFile(path, before, text))
    .join("");
}

function patchFile(path: string, before: string | null, after: string | null): string {
  const from = before === null ? "/dev/null" : `a/${path}`;
  const to = after === null ? "/dev/null" : `b/${path}`;
  const old = (before ?? "").replaceAll("\r\n", "\n");
  const patch = createTwoFilesPatch(from, to, old, after ?? "", undefined, undefined, { timeout: TIMEOUT });
  return patch?.replace(/^=+\n/, "") ?? `--- ${from}\n+++ ${to}\n(too different to compare)\n`;
}
