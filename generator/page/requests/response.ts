import { createCollector, type Result } from "../../diagnostics/diagnostic.ts";
import type { Phrase, Section } from "../../markdown/model.ts";
import { toMarkdown } from "../content/description.ts";
import { alertPhrases } from "../content/sections.ts";
import type { PropertyFacts, ResponseFacts, TypeExpression } from "../model.ts";
import { readColumns } from "../content/columns.ts";
import { readPropertyTables } from "../types/property-table.ts";
import { readSentenceType } from "../types/sentence-type.ts";

const NOTHING =
  /\b(?:does not|doesn't|doesn’t|do not|don't) (?:return|have|contain|include) (?:anything|any|a|content)|\b(?:no|empty) (?:content|response body|body)\b(?! response)|\bresponse body is empty\b/i;

/**
 * Reads the Response section: the success statuses and the type that its sentences name.
 *
 * @param sections Response sections of the page, without those inside examples
 * @returns facts, or null for a page without such a section
 */
export function readResponse(sections: readonly Section[]): Result<ResponseFacts | null> {
  const collector = createCollector();
  const [section] = sections;
  if (section === undefined) return collector.wrap(null);
  const phrases = proseOf(sections);
  const statuses = [...new Set(phrases.flatMap((phrase) => statusesOf(phrase.text)))];
  const success = statuses.filter((status) => status < 400);
  const types = phrases.map(readSentenceType).filter((type): type is TypeExpression => type !== null);
  const description = phrases[0];
  return collector.wrap({
    statuses: success,
    none: phrases.length > 0 && NOTHING.test(phrases[0]?.text ?? "") && types.length === 0,
    type: types.find((type) => type.target !== null) ?? types[0] ?? null,
    members: sections.flatMap((each) => collector.pipe(readMembers(each))),
    description: description === undefined ? "" : toMarkdown(description),
    source: description?.place ?? section.place,
  });
}

/** Reads the tables of names and types in a section; a section about headers lists no members. */
function readMembers({ heading, blocks, ...section }: Section): Result<readonly PropertyFacts[]> {
  if (/\bheaders?\b/i.test(heading.text)) return [[], []];
  const tables = blocks.filter((block) => block.kind === "table" && readColumns(block).has("type"));
  return readPropertyTables({ ...section, heading, blocks: tables }, false);
}

/** Paragraphs; on a page that has none, the alerts, which contain the lines that follow them without a blank line. */
function proseOf(sections: readonly Section[]): readonly Phrase[] {
  const prose = sections.flatMap(phrasesOf);
  return prose.length > 0 ? prose : sections.flatMap(alertPhrases);
}

function phrasesOf(section: Section): readonly Phrase[] {
  return section.blocks.flatMap((block) => {
    if (block.kind === "paragraph") return [block.phrase];
    return block.kind === "list" ? block.items : [];
  });
}

/** Three-digit numbers before a reason phrase or a word such as "response" or "status". */
function statusesOf(text: string): readonly number[] {
  const found = text.matchAll(
    /\b([1-5]\d\d)\b(?=\s*,?\s*[`"]?\s*(?:OK|Created|Accepted|No\s*Content|Found|Partial|Multi|Bad|Not|Success|response|status|code|\b)(?!-series))/gi,
  );
  return [...found].map((match) => Number(match[1])).filter(isStatus);
}

/** HTTP statuses in the docs end in 00 to 31, unlike the number in "up to 250 items". */
function isStatus(number: number): boolean {
  return number >= 200 && number % 100 < 32;
}
