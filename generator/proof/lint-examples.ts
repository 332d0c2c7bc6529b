import type { ApiModel } from "../api/model.ts";
import { compareDiagnostics, type Diagnostic } from "../diagnostics/diagnostic.ts";
import type { NumberedFault } from "./model.ts";
import { collectExamples, emitDocumentedTypes, proofOf, type Examples } from "./prove.ts";
import { reportFaults } from "./report.ts";

/** Collects the examples of a model, to be checked against the types that its tables state. */
export function documentedExamples(model: ApiModel): Examples {
  return collectExamples(model, emitDocumentedTypes(model));
}

/**
 * Reports the faults of examples.
 *
 * @param faults faults of each body, in the order of the bodies
 * @returns ordered by place
 */
export function reportExamples(
  model: ApiModel,
  examples: Examples,
  faults: readonly (readonly NumberedFault[])[],
): readonly Diagnostic[] {
  return reportFaults(model, proofOf(model, examples, faults)).toSorted(compareDiagnostics);
}

/**
 * Lists where the JSON examples of the docs disagree with what the docs state.
 *
 * @param model the linked and named model
 * @returns ordered by place
 */
export function lintExamples(model: ApiModel): readonly Diagnostic[] {
  const examples = documentedExamples(model);
  return reportExamples(model, examples, examples.check([...examples.held.keys()]));
}
