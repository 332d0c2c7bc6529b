import type { Document } from "../../markdown/model.ts";
import { singular } from "../../util/singular.ts";
import { camelCase, splitWords } from "../../util/words.ts";
import { introductionPhrases } from "../content/sections.ts";
import { sectionKind } from "../content/vocabulary.ts";

/** "Represents a tax area" or "A tax area object", up to the noun. */
const ONE = /^(?:represents\s+)?an?\s+(?=[a-z])/i;
/** What follows the noun: another noun would belong to the name. */
const END =
  /^\W*$|^\s*[.,;:(]|^\s+(?:objects?|resources?|entity|type|as|by|for|from|in|is|of|on|that|to|used|which|with)\b/i;
/** A sentence that names a type does so at its beginning. */
const LONGEST = 200;

/**
 * Name of one object of a type whose title is in the plural: "taxAreas resource type" and "A tax area." name `taxArea`.
 *
 * @param document the page
 * @param name the name in its title
 * @returns the name in the singular, or null if no sentence of the page states it
 */
export function singularName(document: Document, name: string): string | null {
  const words = splitWords(name).map((word) => word.toLowerCase());
  const single = words.map(singular);
  if (single.join() === words.join()) return null;
  const texts = [document.frontMatter.description ?? "", ...introductions(document)];
  return texts.some((text) => namesOne(text, single)) ? camelCase(single.join(" ")) : null;
}

/** The beginning of the introduction, and the paragraphs below a heading of no known kind that interrupts it. */
function introductions(document: Document): readonly string[] {
  const [first] = introductionPhrases(document);
  const next = document.sections[document.sections.findIndex(({ depth }) => depth === 1) + 1];
  const isOther = next !== undefined && sectionKind(next.heading.text) === null;
  const below = isOther ? next.blocks.flatMap((block) => (block.kind === "paragraph" ? [block.phrase.text] : [])) : [];
  return [first?.text ?? "", ...below];
}

/** Whether a text begins with an article and these words, in one name or apart. */
function namesOne(text: string, words: readonly string[]): boolean {
  const start = ONE.exec(text)?.[0];
  if (start === undefined) return false;
  const rest = text.slice(start.length, LONGEST);
  const found = new RegExp(`^${words.join("\\s*")}`, "i").exec(rest)?.[0];
  return found !== undefined && END.test(rest.slice(found.length));
}
