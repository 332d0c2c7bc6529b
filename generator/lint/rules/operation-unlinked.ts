import { createDiagnostic } from "../../diagnostics/diagnostic.ts";
import { resolveReference } from "../../util/paths.ts";
import type { SiteRule } from "../model.ts";

/** No other page leads to the page of an operation. */
export const operationUnlinked: SiteRule = {
  name: "operation-unlinked",
  check: ({ pages }) => {
    // Docs without any Methods table are found by other ways.
    if (pages.every(({ page }) => page.methods.length === 0)) return [];
    const linked = new Set(
      pages.flatMap(({ page, links }) =>
        links
          .map(({ target }) => resolveReference(page.path, target).toLowerCase())
          .filter((file) => file !== page.path.toLowerCase()),
      ),
    );
    return pages.flatMap(({ page: { operation, path } }) =>
      operation === null || linked.has(path.toLowerCase())
        ? []
        : [createDiagnostic("operation-unlinked", {}, operation.source)],
    );
  },
};
