import { type Document, plainPhrase, type Section } from "../../markdown/model.ts";

const NAMES_TYPE = /^\S+\s+(?:enum(?:eration)?|resource|complex|entity)\b/i;

/**
 * Takes the title of a type's page from its first heading, whatever its level is, or from the front matter if no heading
 * names the type.
 */
export function completeTitle(document: Document): Document {
  const { title } = document.frontMatter;
  const [first, ...rest] = document.sections;
  const [top, ...others] = rest;
  if (top !== undefined && top.depth > 1 && first?.blocks.length === 0 && NAMES_TYPE.test(top.heading.text)) {
    return { ...document, sections: [first, { ...top, depth: 1 }, ...others] };
  }
  const hasTitle = document.sections.some(({ depth, heading }) => depth === 1 || NAMES_TYPE.test(heading.text));
  if (first === undefined || hasTitle || title === undefined || !NAMES_TYPE.test(title)) return document;
  const heading = plainPhrase(title, first.place);
  const section: Section = { ...first, heading, depth: 1 };
  return { ...document, sections: [section, ...rest] };
}
