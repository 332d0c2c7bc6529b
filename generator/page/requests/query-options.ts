import type { Block, Phrase, Section } from "../../markdown/model.ts";
import type { ParameterFacts } from "../model.ts";
import { typeExpressionOf } from "../types/type-expression.ts";

/** System query options (OData 4.01, part 2, section 5.1) that a caller can set. */
const OPTION = /(?<![\w$])\$(select|expand|filter|orderby|search|top|skip|count|format)(?![\w$])/gi;
/** Types of the options that are not strings. */
const TYPES: ReadonlyMap<string, string> = new Map([
  ["$top", "Int32"],
  ["$skip", "Int32"],
  ["$count", "Boolean"],
]);

/** The type of a system query option; every other parameter is a string. */
export function optionType(name: string): string {
  return TYPES.get(name.toLowerCase()) ?? "String";
}

const DENIED = /\b(?:not|no|except|without|neither|none|unsupported)\b|n['’]t\b/i;
/** Only the beginning of a longer paragraph is examined. */
const LONGEST = 5000;

/**
 * Finds the query options that sentences name: "This method supports the `$select` and `$top` query parameters."
 * Negative sentences are ignored.
 *
 * @param sections the Query parameters section and its subsections
 * @param stated names that a table already lists
 */
export function readNamedOptions(sections: readonly Section[], stated: ReadonlySet<string>): readonly ParameterFacts[] {
  const found = new Map<string, ParameterFacts>();
  for (const phrase of sections.flatMap(({ blocks }) => blocks.flatMap(phrasesOf))) {
    for (const name of namedOptions(phrase)) {
      if (!stated.has(name) && !found.has(name)) found.set(name, toFact(name, phrase));
    }
  }
  return [...found.values()];
}

function phrasesOf(block: Block): readonly Phrase[] {
  if (block.kind === "paragraph") return [block.phrase];
  // A paragraph that follows the lines of a quote without a blank line is a part of the quote.
  if (block.kind === "alert") return block.phrases;
  return block.kind === "list" ? block.items : [];
}

function namedOptions({ text }: Phrase): readonly string[] {
  const sentences = text.slice(0, LONGEST).split(/(?<=[.!])\s+/);
  const supporting = sentences.filter((sentence) => !DENIED.test(sentence));
  return supporting.flatMap((sentence) => [...sentence.matchAll(OPTION)].map((match) => match[0].toLowerCase()));
}

function toFact(name: string, { place }: Phrase): ParameterFacts {
  const type = typeExpressionOf(optionType(name), place);
  return { name, type, required: false, values: [], description: "", source: place };
}
