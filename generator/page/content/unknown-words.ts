import type { Document, Section, TableBlock } from "../../markdown/model.ts";
import type { UnknownWords } from "../model.ts";
import { isNameCell } from "./columns.ts";
import { exampleSections } from "./sections.ts";
import { bareHeading, columnKind, sectionKind } from "./vocabulary.ts";

/** Headings below which nothing is expected. */
const IGNORED =
  /^(?:see also|related\b.*|next steps?|remarks?|notes?|errors?\b.*|limitations?|known issues?|feedback|what'?s new.*|use cases?|prerequisites?)$/i;

/**
 * Finds the headings and the column titles of a page that are not words of the dialect, such as those of translated
 * docs.
 */
export function findUnknownWords(document: Document): UnknownWords {
  const inExamples = exampleSections(document);
  const headings: string[] = [];
  const tables: UnknownWords["tables"][number][] = [];
  let known = 0;
  let ignored = 0;
  for (const section of document.sections) {
    const kind = sectionKind(section.heading.text);
    if (section.depth <= ignored) ignored = 0;
    if (inExamples.has(section) || ignored > 0 || kind === "examples") continue;
    if (IGNORED.test(section.heading.text) && kind === null) ignored = section.depth;
    else {
      if (kind !== null) known++;
      else if (section.depth === 2) headings.push(bareHeading(section.heading.text));
      tables.push(...section.blocks.flatMap((block) => (block.kind === "table" ? unknownTable(block) : [])));
    }
  }
  return { headings, tables, known };
}

/** A table whose rows begin with names, although the dialect knows none of its columns. */
function unknownTable({ header, rows, place }: TableBlock): UnknownWords["tables"] {
  const titles = header.map(({ text }) => text);
  const isKnown = titles.some((title) => columnKind(title) !== null);
  const named = rows.filter(({ cells: [first] }) => first !== undefined && isNameCell(first));
  return isKnown || header.length < 2 || named.length * 2 <= rows.length ? [] : [{ title: titles.join(" | "), place }];
}

/** Whether a section holds a request line, which no known heading announces. */
export function hasRequest({ blocks }: Section): boolean {
  return blocks.some((block) => block.kind === "code" && /^\s*(?:GET|POST|PATCH|PUT|DELETE)\s+\S/m.test(block.value));
}
