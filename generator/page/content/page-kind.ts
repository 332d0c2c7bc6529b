import type { Document } from "../../markdown/model.ts";
import { sectionKind, type SectionKind } from "./vocabulary.ts";

/** Sections that only a page about an operation has. */
const OF_OPERATION: readonly SectionKind[] = [
  ...(["permissions", "httpRequest", "requestHeaders", "requestBody", "response"] as const),
];

/** Whether a page describes an operation, by its sections, its front matter or its folder. */
export function isOperationPage(document: Document): boolean {
  const type = document.frontMatter.doc_type ?? "";
  const kinds = new Set(document.sections.map(({ heading }) => sectionKind(heading.text)));
  if (OF_OPERATION.filter((kind) => kinds.has(kind)).length > 1) return true;
  return (type === "" || /api/i.test(type)) && (/(?:^|\/)api\//.test(document.path) || /^api/i.test(type));
}

/** Whether a page states that it is not a part of the reference. */
export function isConceptual(document: Document): boolean {
  return /conceptual/i.test(document.frontMatter.doc_type ?? "");
}
