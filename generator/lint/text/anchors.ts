import type { Document } from "../../markdown/model.ts";
import { slugOf } from "../../util/slug.ts";

/** Anchors of a page in lower case: one for each heading, and those that the page states. */
export function anchorsOf(document: Document, lines: readonly string[]): ReadonlySet<string> {
  const anchors = new Set<string>();
  for (const { heading, anchor } of document.sections) {
    if (anchor !== undefined) anchors.add(anchor.toLowerCase());
    const slug = slugOf(heading.text);
    let unique = slug;
    for (let count = 1; anchors.has(unique); count++) unique = `${slug}-${count}`;
    if (slug !== "") anchors.add(unique);
  }
  for (const line of lines) {
    for (const match of line.matchAll(/<\w+\s[^<>]*?\b(?:id|name)\s*=\s*["']([^"'<>]+)["']/gi)) {
      anchors.add((match[1] ?? "").toLowerCase());
    }
  }
  return anchors;
}
