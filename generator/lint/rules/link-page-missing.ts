import { createDiagnostic } from "../../diagnostics/diagnostic.ts";
import { didYouMean, nearestNames } from "../../util/nearest.ts";
import { resolveReference } from "../../util/paths.ts";
import type { SiteRule } from "../model.ts";

/** A link leads to a page that does not exist. */
export const linkPageMissing: SiteRule = {
  name: "link-page-missing",
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
        // A folder of which nothing is here may be left out of the copy that is looked at.
        if (names === undefined) return [];
        const near = nearestNames(nameOf(file), names, 1);
        return [createDiagnostic("link-page-missing", { file, suggestion: didYouMean(near) }, place)];
      }),
    );
  },
};

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
