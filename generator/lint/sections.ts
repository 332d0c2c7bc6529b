import type { Document, Phrase, Section, TableBlock } from "../markdown/model.ts";

/** Sections of depth 2 or more, without those inside examples. */
function statedSections({ sections }: Document): readonly Section[] {
  let example = Number.POSITIVE_INFINITY;
  return sections.filter(({ depth, heading }) => {
    if (depth <= example) example = /^examples?\b/i.test(heading.text) ? depth : Number.POSITIVE_INFINITY;
    return depth > 1 && depth <= example;
  });
}

/** The first section outside examples whose heading matches. */
export function sectionNamed(document: Document, pattern: RegExp): Section | undefined {
  return statedSections(document).find(({ heading }) => pattern.test(heading.text));
}

/** Whether a page describes an operation, according to its path. */
export function isOperationPath(path: string): boolean {
  return /(?:^|\/)api\//.test(path);
}

/** Paragraphs of a section. */
export function paragraphsOf({ blocks }: Section): readonly Phrase[] {
  return blocks.flatMap((block) => (block.kind === "paragraph" ? [block.phrase] : []));
}

/** Tables of a section. */
export function tablesOf({ blocks }: Section): readonly TableBlock[] {
  return blocks.filter((block) => block.kind === "table");
}

/** Cells of permissions tables that contain names of permissions. */
export function permissionCells(document: Document): readonly Phrase[] {
  return statedSections(document)
    .filter(({ heading }) => /^(?:permissions|prerequisites)\b/i.test(heading.text))
    .flatMap(tablesOf)
    .filter(({ header }) => header.some((title) => /^(?:permission types?|delegated|application)\b/i.test(title.text)))
    .flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.slice(1)));
}
