import type { Document } from "../../markdown/model.ts";
import { nearestNames } from "../../util/nearest.ts";
import { camelCase } from "../../util/words.ts";
import { titleOf } from "../content/sections.ts";

const TITLE =
  /^(?!the\s+\S+\s+(?:resource|complex|entity)\s+type$)([A-Za-z][\w.]*)(?:\s+(?:resource|complex|entity|facet|type|object|\(open type\))\b.*)?$/i;
/** Words after the name of a type in a heading. */
const SUFFIX =
  /\s+(?:\(open type\)|(?:(?:resource|complex|entity|open) )?(?:type|object|entity)|resource|complex|facet)$/i;
/** Words that do not name a type: "the response object", "content type". */
const NO_NAME =
  /^(?:(?:an?|this|each|every|request|response|return|returned|content|data|media|json|resource|complex|entity|base|derived|event|other|error)\s*)+$/i;

/** Headings are not longer; patterns are not applied to longer text. */
const LONGEST = 100;

/** What a title says after the name. */
const CALLED = ["resource type", "complex type", "entity type"];

/** Name of the type that the title of a page states, or null. */
export function typeTitle(document: Document): string | null {
  const text = bareTitle(document);
  const after = /^(?:the\s+)?(?:resource|complex|entity)\s+type\s*[:–-]?\s+([A-Za-z][\w.]*)$/i.exec(text)?.[1];
  if (after !== undefined) return after;
  // `Kind of type: boat` names no type in a known form.
  if (/^\w+ type:/i.test(text)) return null;
  const called = TITLE.exec(text)?.[1] ?? misspeltTitle(text);
  return called ?? typeOfHeading(text) ?? nameAfterArticle(text);
}

/** The name in a title such as `boat resouce type`. */
function misspeltTitle(text: string): string | null {
  const [, name, rest = ""] = /^(?!(?:the|an?)\s)([A-Za-z][\w.]*)\s+(\S.{5,20})$/i.exec(text) ?? [];
  return name !== undefined && nearestNames(rest, CALLED, 1).length > 0 ? name : null;
}

/** `The entity resource type` is about the type `entity`, although that word alone does not name a type in a sentence. */
function nameAfterArticle(text: string): string | null {
  return /^the\s+([A-Za-z][\w.]*)\s+(?:resource|complex|entity)\s+type$/i.exec(text)?.[1] ?? null;
}

/** The title of a page without a remark such as `(beta)`. */
export function bareTitle(document: Document): string {
  const text = titleOf(document)?.heading.text ?? "";
  return text.length > LONGEST ? text : text.replace(/\s+\((?!open type\))[^()]*\)$/i, "");
}

/** Name in a heading that calls it a type, such as "The sail complex type"; null for any other heading. */
export function typeOfHeading(text: string): string | null {
  if (text.length > LONGEST || !SUFFIX.test(text)) return null;
  const named = text.replace(SUFFIX, "");
  // `Harbor docs sailType resource type`: a name in camel case is one by itself.
  return nameOfHeading(/\s([a-z]+(?:[A-Z][a-z0-9]*)+)$/.exec(named)?.[1] ?? named);
}

/** A heading as the name of a type: "Postal address" → `postalAddress`. */
export function nameOfHeading(text: string): string | null {
  const bare = text.replace(/^the\s+/i, "").trim();
  if (bare.length > LONGEST || NO_NAME.test(bare)) return null;
  const name = /^[A-Za-z][\w.]*$/.test(bare) ? bare : camelCase(bare);
  return /^[A-Za-z]\w*(?:\.\w+)*$/.test(name) ? name : null;
}
