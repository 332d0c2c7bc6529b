import { siteRule } from "../../rule.ts";

export const methodWithoutOperation = siteRule({
  name: "method-without-operation",
  severity: "warning",
  message: "Unexpected method {title} with a link to {file}, expected a page that describes a request",
  description: "A row of a Methods table leads to a page without a request.",
  why: "Readers who look for the method do not find its request.",
  advice: "Link to the page that describes the request.",
  example: { page: "resources/boat.md", ok: "[Get boat](../api/boat-get.md)", notOk: "[Get boat](sailor.md)" },
  check: ({ pages }) => {
    const known = new Map(pages.map(({ page }) => [page.path.toLowerCase(), page]));
    return pages.flatMap(({ page }) =>
      page.methods.flatMap(({ target, title, source }) => {
        const linked = known.get(target);
        if (linked?.operation !== null) return [];
        return [{ params: { title, file: linked.path }, place: source }];
      }),
    );
  },
});
