import type { Document } from "../../markdown/model.ts";

/** Anchors of a page in lower case: one for each heading, and those of HTML elements. */
export function anchorsOf(document: Document, lines: readonly string[]): ReadonlySet<string> {
  const anchors = new Set<string>();
  for (const { heading } of document.sections) {
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

/** `JSON representation` → `json-representation`, as sites derive anchors from headings. */
function slugOf(heading: string): string {
  return heading
    .toLowerCase()
    .trim()
    .replace(/[^\p{L}\p{N}\s_-]/gu, "")
    .replace(/\s/g, "-");
}
