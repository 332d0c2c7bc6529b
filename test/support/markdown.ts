import { readDocument } from "../../generator/markdown/document.ts";
import type { Document, Phrase, Section } from "../../generator/markdown/model.ts";

/** Page whose text the helpers make up; links resolve from `resources/`. */
export const FILE = "resources/page.md";

/** Reads a text as a page without front matter. */
export function documentOf(text: string, file: string = FILE): Document {
  return readDocument(file, text, {})[0];
}

/** Reads one paragraph. */
export function phraseOf(text: string, file: string = FILE): Phrase {
  const [block] = documentOf(text, file).sections[0]?.blocks ?? [];
  if (block?.kind !== "paragraph") throw new Error(`expected a paragraph: ${text}`);
  return block.phrase;
}

/** Reads a text as a table's only cell, where `|` and line ends have no place. */
export function cellOf(text: string, file: string = FILE): Phrase {
  const [block] = documentOf(`|Cell|\n|:---|\n|${text}|`, file).sections[0]?.blocks ?? [];
  const cell = block?.kind === "table" ? block.rows[0]?.cells[0] : undefined;
  if (cell === undefined) throw new Error(`expected a cell: ${text}`);
  return cell;
}

/** Reads a text as the content of one section. */
export function sectionOf(text: string, heading = "Section"): Section {
  const section = documentOf(`## ${heading}\n\n${text}`).sections.at(-1);
  if (section === undefined) throw new Error("expected a section");
  return section;
}
