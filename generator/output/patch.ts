import { createTwoFilesPatch } from "diff";
import { changeOf, type OutputPlan } from "./model.ts";

/** Milliseconds after which the comparison of a file stops. */
const TIMEOUT = 2000;

/**
 * Prints the changes of a run as a unified diff.
 *
 * @param plan compared output
 * @returns patches for `git apply`, sorted by path; empty if no file changes
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
