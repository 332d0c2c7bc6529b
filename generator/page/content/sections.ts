import type { CodeBlock, Document, Phrase, Section } from "../../markdown/model.ts";
import { sectionKind, type SectionKind } from "./vocabulary.ts";

/** Kinds whose subsections are not sections of the page: an example has its own Request and Response headings. */
const OWNERS: readonly SectionKind[] = ["examples"];

/**
 * Finds the sections of a kind, each followed by its subsections that are not of a known kind. Sections inside examples
 * are excluded.
 */
export function sectionsOf(document: Document, kind: SectionKind): readonly Section[] {
  const found: Section[] = [];
  let owner: Section | null = null;
  let open: Section | null = null;
  for (const section of document.sections) {
    const own = sectionKind(section.heading.text);
    if (owner !== null && !isOwned(owner, section, own)) owner = null;
    if (open !== null && (section.depth <= open.depth || own !== null)) open = null;
    if (owner === null && own === kind && section.depth > 1) open = section;
    if (open !== null) found.push(section);
    if (owner === null && own !== null && OWNERS.includes(own) && section.depth > 1) owner = section;
  }
  return found;
}

/** Sections from one section to the next one of a known kind. */
export function sectionsAfter({ sections }: Document, first: Section): readonly Section[] {
  const rest = sections.slice(sections.indexOf(first) + 1);
  const end = rest.findIndex(({ heading, depth }) => depth < 2 || sectionKind(heading.text) !== null);
  return end === -1 ? rest : rest.slice(0, end);
}

/** Sections below an example heading. */
export function exampleSections(document: Document): ReadonlySet<Section> {
  const owned = new Set<Section>();
  let owner: Section | null = null;
  for (const section of document.sections) {
    const own = sectionKind(section.heading.text);
    if (owner !== null && !isOwned(owner, section, own)) owner = null;
    if (owner !== null) owned.add(section);
    else if (own !== null && OWNERS.includes(own) && section.depth > 1) owner = section;
  }
  return owned;
}

/** Whether a section belongs to the owner: it is deeper or a Response heading at the depth of an example subsection. */
function isOwned(owner: Section, section: Section, kind: SectionKind | null): boolean {
  return section.depth > owner.depth || (section.depth === owner.depth && section.depth > 2 && kind === "response");
}

/** Every section of a kind at any depth, including those inside examples. */
export function allSectionsOf(document: Document, kind: SectionKind): readonly Section[] {
  return document.sections.filter((section) => section.depth > 1 && sectionKind(section.heading.text) === kind);
}

/** The page's title: its first heading of depth 1. */
export function titleOf(document: Document): Section | null {
  return document.sections.find((section) => section.depth === 1) ?? null;
}

/** Sections before the first heading of depth 2 or more: title and introduction. */
export function introduction(document: Document): readonly Section[] {
  const end = document.sections.findIndex((section) => section.depth > 1);
  return end === -1 ? document.sections : document.sections.slice(0, end);
}

/** An alert that is not written as a block quote. */
const ALERT = /^(?:\[!\w+\]|(?:note|important|caution|warning|tip):)/i;

/** Paragraphs and lists of the introduction without alerts; the items of a list form one group. */
export function introductionGroups(document: Document): readonly (Phrase | readonly Phrase[])[] {
  return introduction(document).flatMap((section) =>
    section.blocks.flatMap((block): (Phrase | readonly Phrase[])[] => {
      if (block.kind === "paragraph") return ALERT.test(block.phrase.text) ? [] : [block.phrase];
      return block.kind === "list" ? [block.items] : [];
    }),
  );
}

/** Paragraphs and list items of the introduction without alerts. */
export function introductionPhrases(document: Document): readonly Phrase[] {
  return introductionGroups(document).flat();
}

/** Phrases of the alerts in the introduction, which announce deprecation. */
export function introductionAlerts(document: Document): readonly Phrase[] {
  return introduction(document).flatMap((section) =>
    section.blocks.flatMap((block) => {
      if (block.kind === "paragraph") return ALERT.test(block.phrase.text) ? [block.phrase] : [];
      return block.kind === "alert" ? block.phrases : [];
    }),
  );
}

/** Phrases of the alerts in a section. */
export function alertPhrases({ blocks }: Section): readonly Phrase[] {
  return blocks.flatMap((block) => (block.kind === "alert" ? block.phrases : []));
}

/** All fences of a section. */
export function codeBlocks(section: Section): readonly CodeBlock[] {
  return section.blocks.filter((block) => block.kind === "code");
}
