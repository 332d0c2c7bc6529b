import { createCollector, type Result } from "../../diagnostics/diagnostic.ts";
import type { Phrase, Section } from "../../markdown/model.ts";
import { toMarkdown } from "../content/description.ts";
import { alertPhrases } from "../content/sections.ts";
import type { RequestBodyFacts, TypeExpression } from "../model.ts";
import { readPropertyTables } from "../types/property-table.ts";
import { readBodyNeeds } from "./body-needs.ts";
import { readSentenceType } from "../types/sentence-type.ts";
import { typeExpressionOf } from "../types/type-expression.ts";

const NONE =
  /\b(?:do not|don't|don’t|does not|doesn't|no)\b[^.]{0,40}\b(?:request body|body|request content|content)\b|\b(?:request )?body is (?:not (?:required|needed|necessary)|empty|ignored)\b|^\s*(?:none|empty)\.?\s*$/i;

const REPRESENTATION =
  /\brepresentation\s+(?:of|for)\s+(?:the\s+|an?\s+)?(?!(?:the|an?|parameters|properties|values|fields|following|new|updated|request|changes)\b)([A-Za-z]\w*)\b/;

/** The item that a request creates, called by no name of a type. */
const CREATED =
  /\brepresentation\s+of\s+(?:the|an?)\s+(?:new\s+)?(?:item|object|resource|entity)\s+to\s+(?:create|add)\b/i;

/**
 * Reads the Request body section: whether there is a body, the type that a sentence names, and the rows of its table.
 *
 * @param sections the Request body section and its subsections
 */
export function readRequestBody(sections: readonly Section[]): Result<RequestBodyFacts | null> {
  const collector = createCollector();
  const [section] = sections;
  if (section === undefined) return collector.wrap(null);
  const properties = sections.flatMap((each) => collector.pipe(readPropertyTables(each, false)));
  const phrases = proseOf(sections);
  const first = phrases[0];
  const needs = readBodyNeeds(sections, properties);
  const types = phrases.map(typeOf).filter((type): type is TypeExpression => type !== null);
  return collector.wrap({
    none: properties.length === 0 && first !== undefined && NONE.test(first.text),
    type: types[0] ?? null,
    ...(types.length === 0 && phrases.some(({ text }) => CREATED.test(text)) ? { created: true } : {}),
    properties,
    ...(needs === null ? {} : { needs }),
    description: first === undefined ? "" : toMarkdown(first),
    source: first?.place ?? section.place,
  });
}

/** A linked type, or the name after "JSON representation of"; other names in the prose are not types of the body. */
function typeOf(phrase: Phrase): TypeExpression | null {
  const type = readSentenceType(phrase);
  const isLinked = type?.target !== undefined && type.target !== null;
  if (isLinked && !/\s/.test(type.name)) return type;
  const name = CREATED.test(phrase.text) ? undefined : REPRESENTATION.exec(phrase.text)?.[1];
  return name === undefined ? null : typeExpressionOf(name, phrase.place);
}

/** Paragraphs; on a page that has none, the alerts, which contain the lines that follow them without a blank line. */
function proseOf(sections: readonly Section[]): readonly Phrase[] {
  const prose = sections.flatMap(phrasesOf);
  return prose.length > 0 ? prose : sections.flatMap(alertPhrases);
}

function phrasesOf(section: Section): readonly Phrase[] {
  return section.blocks.flatMap((block) => (block.kind === "paragraph" ? [block.phrase] : []));
}
