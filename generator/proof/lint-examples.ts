import type { ApiModel } from "../api/model.ts";
import { compareDiagnostics, type Diagnostic } from "../diagnostics/diagnostic.ts";
import type { NumberedFault } from "./model.ts";
import { collectExamples, emitDocumentedTypes, proofOf, type Examples } from "./prove.ts";
import { reportFaults } from "./report.ts";

/** Collects the examples of a model for a check against the types of its tables. */
export function documentedExamples(model: ApiModel): Examples {
  return collectExamples(model, emitDocumentedTypes(model));
}

/**
 * Reports the faults of examples.
 *
 * @param faults faults of each body, in the order of the bodies
 * @returns diagnostics sorted by place
 */
export function reportExamples(
  model: ApiModel,
  examples: Examples,
  faults: readonly (readonly NumberedFault[])[],
): readonly Diagnostic[] {
  return reportFaults(model, proofOf(model, examples, faults)).toSorted(compareDiagnostics);
}

/**
 * Reports JSON examples that disagree with the tables of the docs.
 *
 * @param model the linked and named model
 * @returns diagnostics sorted by place
 */
export function lintExamples(model: ApiModel): readonly Diagnostic[] {
  const examples = documentedExamples(model);
  return reportExamples(model, examples, examples.check([...examples.held.keys()]));
}
