import { resolveReference } from "../../../util/paths.ts";
import { siteRule } from "../../rule.ts";

export const linkCase = siteRule({
  name: "link-case",
  severity: "info",
  message: "Unexpected case in the link target {target}, expected that of the file {expected}",
  description: "A link spells a path in a different case than the file.",
  why: "Case-sensitive servers respond with the status 404 Not Found.",
  advice: "Spell the path as the file is named. `--fix` does this.",
  example: { page: "resources/boat.md", ok: "(sailor.md)", notOk: "(Sailor.md)" },
  check: ({ pages, files }) => {
    const known = new Set(files);
    const spelled = new Map(files.map((file) => [file.toLowerCase(), file]));
    return pages.flatMap(({ page, links }) =>
      links.flatMap(({ target, place }) => {
        const file = resolveReference(page.path, target);
        const actual = spelled.get(file.toLowerCase());
        if (target === "" || actual === undefined || known.has(file)) return [];
        const found = { params: { target, expected: actual }, place };
        const after = inCaseOf(target, actual);
        return [after === null ? found : { ...found, fix: { place, before: target, after } }];
      }),
    );
  },
});

/** Replaces the end of the target with the spelling of the file; null if the two end differently. */
function inCaseOf(target: string, file: string): string | null {
  const rest = target.replaceAll("\\", "/").replace(/^(?:\.{1,2}\/)+/, "");
  if (!file.toLowerCase().endsWith(rest.toLowerCase())) return null;
  return target.slice(0, target.length - rest.length) + file.slice(file.length - rest.length);
}
