import type { ApiModel } from "../api/model.ts";
import { compareDiagnostics, type Diagnostic } from "../diagnostics/diagnostic.ts";
import { emitDocumentedTypes, proveExamples, type Memory } from "./prove.ts";
import { reportFaults } from "./report.ts";

/**
 * Lists where the JSON examples of the docs disagree with what the docs state.
 *
 * @param model the linked and named model
 * @param memory what earlier runs found
 */
export function lintExamples(model: ApiModel, memory?: Memory): readonly Diagnostic[] {
  return reportFaults(model, proveExamples(model, emitDocumentedTypes(model), memory)).toSorted(compareDiagnostics);
}
