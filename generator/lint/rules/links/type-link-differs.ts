import { bodyRows } from "../../own-request.ts";
import type { Page, TypeExpression } from "../../../page/model.ts";
import { siteRule } from "../../rule.ts";

export const typeLinkDiffers = siteRule({
  name: "type-link-differs",
  severity: "warning",
  message: "Unexpected link from {name} to {file}, expected the page that describes {name}",
  description: "A type cell links to the page of a different type.",
  why: "Readers look up the wrong type.",
  advice: "Link to the page of the named type.",
  example: { page: "resources/boat.md", ok: "[sailor](sailor.md)", notOk: "[sailor](boat.md)" },
  check: ({ pages }) => {
    const defined = new Map(pages.map(({ page }) => [page.path.toLowerCase(), namesOf(page)]));
    const all = new Set([...defined.values()].flatMap((names) => [...names]));
    return pages.flatMap(({ page }) =>
      typesOf(page).flatMap(({ name, target, anchor, place }) => {
        const names = defined.get(target ?? "");
        const bare = bareName(name);
        // A link to a section such as `#tideheight-values` leads to the definition.
        if (anchor?.startsWith(bare) === true) return [];
        if (names === undefined || names.size === 0 || names.has(bare) || !all.has(bare)) return [];
        return [{ params: { name, file: target ?? "" }, place }];
      }),
    );
  },
});

function bareName(name: string): string {
  return name.slice(name.lastIndexOf(".") + 1).toLowerCase();
}

function namesOf({ types, enums }: Page): ReadonlySet<string> {
  return new Set([...types, ...enums].map(({ name }) => bareName(name)));
}

function typesOf(page: Page): readonly TypeExpression[] {
  const rows = [...page.types.flatMap(({ properties }) => properties), ...bodyRows(page)];
  return rows.map(({ type }) => type).filter(({ primitive, target }) => primitive === null && target !== null);
}
