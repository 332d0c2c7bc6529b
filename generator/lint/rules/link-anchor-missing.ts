import { createDiagnostic } from "../../diagnostics/diagnostic.ts";
import { didYouMean, nearestNames } from "../../util/nearest.ts";
import { resolveReference } from "../../util/paths.ts";
import type { SiteRule } from "../model.ts";

/** A link leads to an anchor that its page does not have. */
export const linkAnchorMissing: SiteRule = {
  name: "link-anchor-missing",
  check: ({ pages }) => {
    const anchors = new Map(pages.map((each) => [each.page.path.toLowerCase(), each.anchors]));
    return pages.flatMap(({ page, links }) =>
      links.flatMap(({ target, anchor, place }) => {
        const file = target === "" ? page.path : resolveReference(page.path, target);
        const known = anchors.get(file.toLowerCase());
        if (anchor === null || anchor === "" || known === undefined || known.has(anchor.toLowerCase())) return [];
        const suggestion = didYouMean(nearestNames(anchor, known, 1));
        const at = { ...place, column: place.column + (target === "" ? 0 : target.length) };
        return [createDiagnostic("link-anchor-missing", { anchor, file, suggestion }, at)];
      }),
    );
  },
};
