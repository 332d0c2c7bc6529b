import { programRepository } from "../../../util/repository.ts";
import { programVersion } from "../../../util/version.ts";
import { jsonText } from "../../../util/visible.ts";
import { SEVERITIES } from "../../../diagnostics/diagnostic.ts";
import type { Reporter } from "../../../diagnostics/report/model.ts";
import type { DiagnosticCode, Finding } from "../../catalog.ts";
import { describeResults } from "./result.ts";
import { describeRule } from "./rule.ts";

/** Code scanning rejects a run with more results. */
const MOST_RESULTS = 25_000;

/**
 * Prints a log in the Static Analysis Results Interchange Format 2.1.0, which code scanning reads
 * (https://docs.oasis-open.org/sarif/sarif/v2.1.0/).
 */
export const reportSarif: Reporter<DiagnosticCode> = (diagnostics, { prefix }) => {
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
  return `${jsonText(log)}\n`;
};

/** The most serious results, as many as code scanning accepts, in their order. */
function mostSerious(diagnostics: readonly Finding[]): readonly Finding[] {
  if (diagnostics.length <= MOST_RESULTS) return diagnostics;
  const ranked = SEVERITIES.flatMap((severity) => diagnostics.filter((each) => each.severity === severity));
  const kept = new Set(ranked.slice(0, MOST_RESULTS));
  return diagnostics.filter((each) => kept.has(each));
}

function cutNote(left: number): object {
  const text = `${String(left)} results of the lowest level are omitted: a run may have ${String(MOST_RESULTS)}`;
  return { executionSuccessful: true, toolExecutionNotifications: [{ level: "warning", message: { text } }] };
}
