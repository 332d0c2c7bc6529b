import { pageRule } from "../../rule.ts";

export const namespaceMissing = pageRule({
  name: "namespace-missing",
  severity: "info",
  message: "Unexpected page without a namespace, expected a Namespace line below the title",
  description: "A page does not state its namespace.",
  why: "Types with the same name in two namespaces cannot be distinguished.",
  advice: "Add `Namespace: …` below the title.",
  example: { page: "api/boat-get.md", ok: "Namespace: microsoft.graph\n\n", notOk: "" },
  check: ({ document, page }) => {
    const place = page.operation?.source ?? page.types[0]?.source;
    if (place === undefined || document.namespace !== null) return [];
    return page.types.every(({ namespace }) => namespace !== null) && page.types.length > 0
      ? []
      : [{ params: {}, place }];
  },
});
