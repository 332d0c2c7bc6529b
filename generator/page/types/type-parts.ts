import { createCollector, type Result } from "../../diagnostics/diagnostic.ts";
import type { Document, Section } from "../../markdown/model.ts";
import { exampleSections } from "../content/sections.ts";
import { sectionKind } from "../content/vocabulary.ts";
import { splitByAnnotation, type TypePart } from "./annotated-parts.ts";
import { annotatedTypes, simpleName, type AnnotatedType } from "./annotated-types.ts";
import { isPropertyTable } from "./property-table.ts";
import { nameOfHeading, typeOfHeading, typeTitle } from "./type-heading.ts";

/**
 * Splits a page into parts that describe one type each. Most pages are a single part; a heading such as "sail resource
 * type", or a second annotated JSON representation, begins another one.
 */
export function typeParts(document: Document): readonly TypePart[] {
  return splitAtHeadings(document).flatMap(splitByAnnotation);
}

/**
 * Reports headings without a text between the heading of a type and its properties, which then belong to something of
 * another name.
 *
 * @param isOperation the page describes an operation, which defines no types by headings
 */
export function reportHeadingsBetween(document: Document, isOperation: boolean): Result<null> {
  const collector = createCollector();
  if (isOperation) return collector.wrap(null);
  const { sections } = document;
  const page = { title: typeTitle(document), annotated: annotatedTypes(sections) };
  const isNamed = page.title === null && page.annotated.length === 0;
  const inExamples = exampleSections(document);
  for (const [index, section] of sections.entries()) {
    const { heading, depth, blocks } = section;
    const next = sections[index + 1];
    if (next?.depth !== depth || depth < 2 || next.blocks.length > 0 || inExamples.has(next)) continue;
    if ([section, next].some((each) => sectionKind(each.heading.text) !== null)) continue;
    const isType = typeOfHeading(heading.text) !== null || (isNamed && blocks.some(({ kind }) => kind === "paragraph"));
    const isOpen = isType && blocks.every(({ kind }) => kind === "paragraph");
    if (!isOpen || !hasPropertyTable(ownSections(sections, index + 1))) continue;
    const params = { heading: next.heading.text, type: heading.text };
    collector.add("heading-between", params, next.place);
  }
  return collector.wrap(null);
}

type NamedPart = Omit<TypePart, "annotated">;

/** A part under construction. */
interface OpenPart {
  readonly depth: number;
  readonly name: string;
  readonly sections: Section[];
}

function splitAtHeadings(document: Document): readonly NamedPart[] {
  const page = { title: typeTitle(document), annotated: annotatedTypes(document.sections) };
  const inExamples = exampleSections(document);
  const main: Section[] = [];
  const parts: OpenPart[] = [];
  let open: OpenPart | null = null;
  for (const [index, section] of document.sections.entries()) {
    if (open !== null && endsPart(section, open.depth)) open = null;
    const name = inExamples.has(section) ? null : openedType(section, ownSections(document.sections, index), page);
    if (name === null) {
      (open?.sections ?? main).push(section);
      continue;
    }
    open = { depth: section.depth, name, sections: [{ ...section, depth: 1 }] };
    parts.push(open);
  }
  const whole = { document: parts.length === 0 ? document : { ...document, sections: main }, name: page.title };
  return [
    { ...whole, isPage: true },
    ...parts.map(({ name, sections }) => ({ document: { ...document, sections }, name, isPage: false })),
  ];
}

/** "Properties" and "JSON representation" at the depth of a heading that names a type belong to that type. */
function endsPart(section: Section, depth: number): boolean {
  return section.depth < depth || (section.depth === depth && sectionKind(section.heading.text) === null);
}

/** A section and those that belong to it. */
function ownSections(sections: readonly Section[], index: number): readonly Section[] {
  const [first, ...rest] = sections.slice(index);
  if (first === undefined) return [];
  const end = rest.findIndex((section) => endsPart(section, first.depth));
  return [first, ...(end === -1 ? rest : rest.slice(0, end))];
}

/** Types that the page names elsewhere. */
interface NamedTypes {
  readonly title: string | null;
  readonly annotated: readonly AnnotatedType[];
}

/** Name of the type that a section begins to describe, or null. */
function openedType(section: Section, own: readonly Section[], page: NamedTypes): string | null {
  const { text } = section.heading;
  if (section.depth < 2 || sectionKind(text) !== null) return null;
  const [only, ...others] = annotatedTypes(own);
  const stated = typeOfHeading(text);
  if (others.length > 0 || isTypeOfPage(page, only, stated)) return null;
  if (only === undefined && !hasPropertyTable(own)) return null;
  if (stated !== null) return stated;
  const isAmongOthers = page.annotated.length > 1 && only !== undefined;
  return isAmongOthers || (page.title === null && page.annotated.length === 0) ? nameOfHeading(text) : null;
}

/** Whether a section describes the type that the title names. */
function isTypeOfPage(page: NamedTypes, only: AnnotatedType | undefined, stated: string | null): boolean {
  if (only === undefined) return isSame(page.title, stated);
  const isFirst = page.annotated.length === 1 || only.stated === page.annotated[0]?.stated;
  return isFirst && isSame(page.title, simpleName(only));
}

function isSame(title: string | null, name: string | null): boolean {
  return title !== null && name !== null && title.toLowerCase() === name.toLowerCase();
}

function hasPropertyTable(sections: readonly Section[]): boolean {
  return sections.some(({ blocks }) => blocks.some((block) => block.kind === "table" && isPropertyTable(block)));
}
