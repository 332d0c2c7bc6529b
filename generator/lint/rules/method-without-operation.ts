import { createDiagnostic } from "../../diagnostics/diagnostic.ts";
import type { SiteRule } from "../model.ts";

/** A row of a Methods table leads to a page that describes no operation. */
export const methodWithoutOperation: SiteRule = {
  name: "method-without-operation",
  check: ({ pages }) => {
    const known = new Map(pages.map(({ page }) => [page.path.toLowerCase(), page]));
    return pages.flatMap(({ page }) =>
      page.methods.flatMap(({ target, title, source }) => {
        const linked = known.get(target);
        if (linked?.operation !== null) return [];
        return [createDiagnostic("method-without-operation", { title, file: linked.path }, source)];
      }),
    );
  },
};
