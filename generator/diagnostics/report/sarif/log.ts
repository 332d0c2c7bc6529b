import { programRepository } from "../../../util/repository.ts";
import { programVersion } from "../../../util/version.ts";
import { SEVERITIES, type Diagnostic } from "../../diagnostic.ts";
import type { Reporter } from "../model.ts";
import { describeResults } from "./result.ts";
import { describeRule } from "./rule.ts";

/** Code scanning refuses a run with more results. */
const MOST_RESULTS = 25_000;

/**
 * A log in the Static Analysis Results Interchange Format 2.1.0, which code scanning reads
 * (https://docs.oasis-open.org/sarif/sarif/v2.1.0/).
 */
export const reportSarif: Reporter = (diagnostics, { prefix }) => {
  const shown = mostSerious(diagnostics);
  const codes = [...new Set(shown.map(({ code }) => code))].toSorted();
  const repository = programRepository();
  const driver = {
    name: "graph-docs-codegen",
    version: programVersion(),
    ...(repository === null ? {} : { informationUri: repository }),
    rules: codes.map((code) => describeRule(code, repository)),
  };
  const results = describeResults(shown, codes, prefix);
  const left = diagnostics.length - shown.length;
  const run = {
    tool: { driver },
    ...(left === 0 ? {} : { invocations: [cutNote(left)] }),
    columnKind: "utf16CodeUnits",
    results,
  };
  const log = { $schema: "https://json.schemastore.org/sarif-2.1.0.json", version: "2.1.0", runs: [run] };
  return `${JSON.stringify(log, null, 2)}\n`;
};

/** As many as code scanning takes: all of the most serious first, in their order. */
function mostSerious(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  if (diagnostics.length <= MOST_RESULTS) return diagnostics;
  const ranked = SEVERITIES.flatMap((severity) => diagnostics.filter((each) => each.severity === severity));
  const kept = new Set(ranked.slice(0, MOST_RESULTS));
  return diagnostics.filter((each) => kept.has(each));
}

function cutNote(left: number): object {
  const text = `${String(left)} results of the least level are left out: a run may have ${String(MOST_RESULTS)}`;
  return { executionSuccessful: true, toolExecutionNotifications: [{ level: "warning", message: { text } }] };
}
