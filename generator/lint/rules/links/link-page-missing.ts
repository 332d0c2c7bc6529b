import { didYouMean, nearestNames } from "../../../util/nearest.ts";
import { resolveReference } from "../../../util/paths.ts";
import { siteRule } from "../../rule.ts";

export const linkPageMissing = siteRule({
  name: "link-page-missing",
  severity: "error",
  message: "Unexpected link to {file}, expected a page that exists{suggestion}",
  description: "A link leads to a page that does not exist.",
  why: "Readers get the status 404 Not Found.",
  advice: "Correct the path, or remove the link.",
  example: { page: "resources/boat.md", ok: "Who sails her.", notOk: "Who sails her, see [sailors](sailors.md)." },
  check: ({ pages, files }) => {
    const known = new Set(files.map((file) => file.toLowerCase()));
    const folders = new Map<string, string[]>();
    for (const file of files) {
      const folder = folders.get(folderOf(file));
      if (folder === undefined) folders.set(folderOf(file), [nameOf(file)]);
      else folder.push(nameOf(file));
    }
    return pages.flatMap(({ page, links }) =>
      links.flatMap(({ target, place }) => {
        const file = resolveReference(page.path, decode(target));
        if (!/\.md$/i.test(target) || file.startsWith("../") || known.has(file.toLowerCase())) return [];
        const names = folders.get(folderOf(file));
        // The copy of the docs may lack the whole folder.
        if (names === undefined) return [];
        const near = nearestNames(nameOf(file), names, 1);
        return [{ params: { file, suggestion: didYouMean(near) }, place }];
      }),
    );
  },
});

function decode(target: string): string {
  try {
    return decodeURIComponent(target);
  } catch {
    return target;
  }
}

function folderOf(file: string): string {
  return file.slice(0, file.lastIndexOf("/") + 1).toLowerCase();
}

function nameOf(file: string): string {
  return file.slice(file.lastIndexOf("/") + 1);
}
