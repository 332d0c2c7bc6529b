import { pageRule } from "../../rule.ts";

export const titleCount = pageRule({
  name: "title-count",
  severity: "warning",
  message: "Unexpected {found}, expected one heading of level 1",
  description: "A page has no title, or more than one.",
  why: "Sites use the first heading of level 1 as the title of the page.",
  advice: "Keep one heading of level 1.",
  example: { page: "resources/boat.md", ok: "## Properties", notOk: "# Properties" },
  check: ({ document, path }) => {
    const titles = document.sections.filter(({ depth, place }) => depth === 1 && place.file === path);
    if (titles.length === 0) {
      return [{ params: { found: "page without a title" }, place: { file: path, line: 1, column: 1 } }];
    }
    return titles.slice(1).map(({ place }) => ({ params: { found: "second title" }, place }));
  },
});
