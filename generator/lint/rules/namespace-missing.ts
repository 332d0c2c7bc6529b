import { createDiagnostic } from "../../diagnostics/diagnostic.ts";
import type { PageRule } from "../model.ts";

/** A page with a type or an operation does not say which namespace it speaks of. */
export const namespaceMissing: PageRule = {
  name: "namespace-missing",
  check: ({ document, page }) => {
    const place = page.operation?.source ?? page.types[0]?.source;
    if (place === undefined || document.namespace !== null) return [];
    return page.types.every(({ namespace }) => namespace !== null) && page.types.length > 0
      ? []
      : [createDiagnostic("namespace-missing", {}, place)];
  },
};
