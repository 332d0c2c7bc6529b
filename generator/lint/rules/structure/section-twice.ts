import { pageRule } from "../../rule.ts";

const ONCE =
  /^(?:permissions|http request|request headers|request body|response|properties|relationships|methods|json representation)$/i;

const ONCE_ON_PAGE_OF_TYPES = /^methods$/i;

export const sectionTwice = pageRule({
  name: "section-twice",
  severity: "warning",
  message: "Unexpected second section {name}, expected one",
  description: "A page has two sections with the same heading.",
  why: "Readers and programs stop at the first one.",
  advice: "Merge the two sections.",
  example: {
    page: "api/boat-delete.md",
    ok: "## Example",
    notOk: "## Response\n\nNothing else is returned.\n\n## Example",
  },
  check: ({ document, page }) => {
    // Each type of a page has its own tables and its own JSON representation.
    const once = page.types.length > 1 ? ONCE_ON_PAGE_OF_TYPES : ONCE;
    const top = document.sections.filter(({ depth, heading }) => depth === 2 && once.test(heading.text));
    return top.flatMap(({ heading, place }, index) => {
      const name = heading.text;
      const first = top.findIndex((other) => other.heading.text.toLowerCase() === name.toLowerCase());
      const related = [{ message: "first here", place: top[first]?.place ?? place }];
      return first < index ? [{ params: { name }, place, related }] : [];
    });
  },
});
