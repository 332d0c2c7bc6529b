import { resolveReference } from "../../../util/paths.ts";
import { siteRule } from "../../rule.ts";

export const operationUnlinked = siteRule({
  name: "operation-unlinked",
  severity: "info",
  message: "Unexpected operation without a link to its page, expected a row in the Methods table of its resource",
  description: "No page links to the page of an operation.",
  why: "Readers find the operation only by chance.",
  advice: "Add a row to the Methods table of its resource.",
  example: {
    page: "resources/boat.md",
    ok: "|[Delete boat](../api/boat-delete.md)|None|Removes a boat.|\n",
    notOk: "",
  },
  check: ({ pages }) => {
    // Docs without Methods tables use other ways of navigation.
    if (pages.every(({ page }) => page.methods.length === 0)) return [];
    const linked = new Set(
      pages.flatMap(({ page, links }) =>
        links
          .map(({ target }) => resolveReference(page.path, target).toLowerCase())
          .filter((file) => file !== page.path.toLowerCase()),
      ),
    );
    return pages.flatMap(({ page: { operation, path } }) =>
      operation === null || linked.has(path.toLowerCase()) ? [] : [{ params: {}, place: operation.source }],
    );
  },
});
