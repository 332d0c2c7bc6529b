import { didYouMean, nearestNames } from "../../../util/nearest.ts";
import { resolveReference } from "../../../util/paths.ts";
import { siteRule } from "../../rule.ts";

export const linkAnchorMissing = siteRule({
  name: "link-anchor-missing",
  severity: "warning",
  message: "Unexpected anchor #{anchor}, expected a heading of {file}{suggestion}",
  description: "A link leads to an anchor that does not exist.",
  why: "Readers land at the top of the page and have to search.",
  advice: "Use the anchor of an existing heading.",
  example: {
    page: "resources/boat.md",
    ok: "Who sails her.",
    notOk: "Who sails her, see [properties](sailor.md#propertys) and [above](#methods).",
  },
  check: ({ pages }) => {
    const anchors = new Map(pages.map((each) => [each.page.path.toLowerCase(), each.anchors]));
    return pages.flatMap(({ page, links }) =>
      links.flatMap(({ target, anchor, place }) => {
        const file = target === "" ? page.path : resolveReference(page.path, target);
        const known = anchors.get(file.toLowerCase());
        if (anchor === null || anchor === "" || known === undefined || known.has(anchor.toLowerCase())) return [];
        const suggestion = didYouMean(nearestNames(anchor, known, 1));
        const at = { ...place, column: place.column + (target === "" ? 0 : target.length) };
        return [{ params: { anchor, file, suggestion }, place: at }];
      }),
    );
  },
});
