import type { ApiModel } from "../api/model.ts";
import { compareDiagnostics, type Diagnostic } from "../diagnostics/diagnostic.ts";
import { emitDocumentedTypes, proveExamples } from "./prove.ts";
import { reportFaults } from "./report.ts";

/**
 * Lists where the JSON examples of the docs disagree with what the docs state.
 *
 * @param model the linked and named model
 */
export function lintExamples(model: ApiModel): readonly Diagnostic[] {
  return reportFaults(model, proveExamples(model, emitDocumentedTypes(model))).toSorted(compareDiagnostics);
}
