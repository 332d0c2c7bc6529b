import { createDiagnostic } from "../../diagnostics/diagnostic.ts";
import type { PageRule } from "../model.ts";
import { writtenLinks } from "../text/links.ts";
import { proseLines } from "../text/prose.ts";

/** A link has backslashes between its folders, which lead nowhere on the web. */
export const linkBackslash: PageRule = {
  name: "link-backslash",
  check: ({ path, lines }) =>
    writtenLinks(path, proseLines(lines)).flatMap(({ target, place }) => {
      if (!target.includes("\\")) return [];
      const fix = { place, before: target, after: target.replaceAll("\\", "/") };
      return [{ ...createDiagnostic("link-backslash", { target }, place), fix }];
    }),
};
