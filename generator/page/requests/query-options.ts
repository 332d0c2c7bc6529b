import type { Block, Phrase, Section } from "../../markdown/model.ts";
import type { ParameterFacts } from "../model.ts";
import { compareStrings } from "../../util/compare.ts";
import { nearestNames } from "../../util/nearest.ts";
import type { Collector } from "../../diagnostics/diagnostic.ts";
import { readListedValues } from "../types/listed-values.ts";
import { typeExpressionOf } from "../types/type-expression.ts";

/** System query options (OData 4.01, part 2, section 5.1) that a caller can set. */
const NAMES = ["select", "expand", "filter", "orderby", "search", "top", "skip", "count", "format"] as const;
const OPTION = new RegExp(String.raw`(?<![\w$])\$(${NAMES.join("|")})(?![\w$])`, "gi");
/** An option, also in code without its dollar sign; U+0001 and U+0002 enclose marked words. */
const NAMED_OPTION = new RegExp(String.raw`${OPTION.source}|\u0001(${NAMES.join("|")})\u0002`, "gi");
/** A dollar sign, or one that is encoded or from another script, before a word; and a word that a space separates from it. */
const WRITTEN = /(?<![\w$])(?:\$|%24|＄)\s?([A-Za-z]+)(?![\w$])/g;
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

const DENIED = /\b(?:not|cannot|no|except|without|neither|none|unsupported)\b|n['’]t\b/i;
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
      const isStated = stated.has(name) || stated.has(name.slice(1));
      if (!isStated && !found.has(name)) found.set(name, toFact(name, phrase));
    }
  }
  return [...found.values()];
}

const SUPPORTED = /\bsupports?\b.{0,200}\bquery parameters?\b/is;

/** Sections with only those blocks that say which query options are supported, for a page without a section of them. */
export function optionSections(sections: readonly Section[]): readonly Section[] {
  const isStated = (block: Block) => phrasesOf(block).some(({ text }) => SUPPORTED.test(text.slice(0, LONGEST)));
  return sections.map((section) => ({ ...section, blocks: section.blocks.filter(isStated) }));
}

/** `add a query parameter named @sort`, `` use the `sort` query string parameter ``; U+0001 and U+0002 enclose marked words. */
const NAMED = new RegExp(
  [
    String.raw`\bquery\s+(?:string\s+)?parameter\s+(?:named|called)\s+\u0001?([@$]?[A-Za-z][\w.]*\w)`,
    String.raw`\b(?:use|using|uses|specify|specifying|add|adding)\s+(?:the\s+|an?\s+)?\u0001([@$]?[A-Za-z][\w.]*\w)\u0002\s+query\s+(?:string\s+)?parameter\b`,
  ].join("|"),
  "gi",
);

/**
 * Finds the query parameters that sentences outside of the Query parameters section name: "add a query parameter named
 * `sort` with the values `up` or `down`".
 *
 * @param sections all sections of the page
 * @param stated names that the Query parameters section lists, in lower case
 */
export function readNamedParameters(
  sections: readonly Section[],
  stated: ReadonlySet<string>,
): readonly ParameterFacts[] {
  const found = new Map<string, ParameterFacts>();
  for (const phrase of sections.flatMap(({ blocks }) => blocks.flatMap(phrasesOf))) {
    if (!/\bquery\s/i.test(phrase.text)) continue;
    for (const sentence of markedText(phrase)
      .slice(0, LONGEST)
      .split(/(?<=[.!])\s+/)) {
      const [match] = DENIED.test(sentence) ? [] : sentence.matchAll(NAMED);
      const written = match?.[1] ?? match?.[2];
      if (written === undefined) continue;
      const dollar = `$${written.toLowerCase()}`;
      const name = dollar.match(OPTION) === null ? written : dollar;
      // Values beside a system query option are parts of its expression.
      const values = name === dollar ? [] : readListedValues(phrase);
      const isKnown = stated.has(name.toLowerCase()) || found.has(name.toLowerCase());
      if (!isKnown) found.set(name.toLowerCase(), { ...toFact(name, phrase), values });
    }
  }
  return [...found.values()];
}

/** The text of a phrase, in which U+0001 and U+0002 enclose code and emphasized words. */
function markedText({ tokens }: Phrase): string {
  const parts = tokens.map((token) => {
    if (token.kind === "break") return " ";
    const isMarked = token.kind === "code" || (token.kind === "text" && token.style !== "plain");
    return isMarked ? `\u0001${token.text.trim()}\u0002` : token.text;
  });
  return parts.join("");
}

/** The phrases of a paragraph, an alert or a list. */
export function phrasesOf(block: Block): readonly Phrase[] {
  if (block.kind === "paragraph") return [block.phrase];
  // A paragraph that follows the lines of a quote without a blank line is a part of the quote.
  if (block.kind === "alert") return block.phrases;
  return block.kind === "list" ? block.items : [];
}

/**
 * Reports words with a dollar sign that are nearly the name of an option, such as `$fliter`.
 *
 * @param sections the Query parameters section and its subsections
 */
export function reportMisspeltOptions(sections: readonly Section[], collector: Collector): void {
  for (const phrase of sections.flatMap(({ blocks }) => blocks.flatMap(phrasesOf))) {
    for (const [written, word = ""] of phrase.text.slice(0, LONGEST).matchAll(WRITTEN)) {
      const near = NAMES.find((name) => sorted(name) === sorted(word)) ?? nearestNames(word, NAMES, 1)[0];
      const isRight = near === undefined || written.toLowerCase() === `$${near}`;
      if (!isRight) collector.add("query-option-misspelt", { written, near: `$${near}` }, phrase.place);
    }
  }
}

/** The letters of a word in alphabetic order, which are the same if two of them are swapped. */
function sorted(word: string): string {
  return [...word.toLowerCase()].toSorted(compareStrings).join("");
}

function namedOptions(phrase: Phrase): readonly string[] {
  const sentences = markedText(phrase)
    .slice(0, LONGEST)
    .split(/(?<=[.!])\s+/);
  const supporting = sentences.filter((sentence) => !DENIED.test(sentence));
  return supporting.flatMap((sentence) =>
    [...sentence.matchAll(NAMED_OPTION)].map(([, written, code = ""]) => `$${(written ?? code).toLowerCase()}`),
  );
}

function toFact(name: string, { place }: Phrase): ParameterFacts {
  const type = typeExpressionOf(optionType(name), place);
  return { name, type, required: false, values: [], description: "", source: place };
}
