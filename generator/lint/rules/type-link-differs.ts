import { createDiagnostic } from "../../diagnostics/diagnostic.ts";
import type { Page, TypeExpression } from "../../page/model.ts";
import type { SiteRule } from "../model.ts";

/** The link of a type cell leads to the page of another type than the one it names. */
export const typeLinkDiffers: SiteRule = {
  name: "type-link-differs",
  check: ({ pages }) => {
    const defined = new Map(pages.map(({ page }) => [page.path.toLowerCase(), namesOf(page)]));
    const all = new Set([...defined.values()].flatMap((names) => [...names]));
    return pages.flatMap(({ page }) =>
      typesOf(page).flatMap(({ name, target, place }) => {
        const names = defined.get(target ?? "");
        const bare = bareName(name);
        if (names === undefined || names.size === 0 || names.has(bare) || !all.has(bare)) return [];
        return [createDiagnostic("type-link-differs", { name, file: target ?? "" }, place)];
      }),
    );
  },
};

function bareName(name: string): string {
  return name.slice(name.lastIndexOf(".") + 1).toLowerCase();
}

function namesOf({ types, enums }: Page): ReadonlySet<string> {
  return new Set([...types, ...enums].map(({ name }) => bareName(name)));
}

function typesOf({ types, operation }: Page): readonly TypeExpression[] {
  const rows = [...types.flatMap(({ properties }) => properties), ...(operation?.requestBody?.properties ?? [])];
  return rows.map(({ type }) => type).filter(({ primitive, target }) => primitive === null && target !== null);
}
