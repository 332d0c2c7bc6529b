import { createDiagnostic } from "../../diagnostics/diagnostic.ts";
import { resolveReference } from "../../util/paths.ts";
import type { SiteRule } from "../model.ts";

/** A link spells its page in another case than the file has. */
export const linkCase: SiteRule = {
  name: "link-case",
  check: ({ pages, files }) => {
    const known = new Set(files);
    const spelled = new Map(files.map((file) => [file.toLowerCase(), file]));
    return pages.flatMap(({ page, links }) =>
      links.flatMap(({ target, place }) => {
        const file = resolveReference(page.path, target);
        const actual = spelled.get(file.toLowerCase());
        if (target === "" || actual === undefined || known.has(file)) return [];
        const diagnostic = createDiagnostic("link-case", { target, expected: actual }, place);
        const after = inCaseOf(target, actual);
        return [after === null ? diagnostic : { ...diagnostic, fix: { place, before: target, after } }];
      }),
    );
  },
};

/** The target with the letters of the file, from their common end; null where their ends differ. */
function inCaseOf(target: string, file: string): string | null {
  const rest = target.replaceAll("\\", "/").replace(/^(?:\.{1,2}\/)+/, "");
  if (!file.toLowerCase().endsWith(rest.toLowerCase())) return null;
  return target.slice(0, target.length - rest.length) + file.slice(file.length - rest.length);
}
