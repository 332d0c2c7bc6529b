import type { Document } from "../../markdown/model.ts";
import { nearestNames } from "../../util/nearest.ts";
import { camelCase } from "../../util/words.ts";
import { titleOf } from "../content/sections.ts";

const TITLE = /^([A-Za-z][\w.]*)(?:\s+(?:resource|complex|entity|facet|type|object|\(open type\))\b.*)?$/i;
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
  const [, name, rest = ""] = TITLE.exec(text) ?? /^([A-Za-z][\w.]*)\s+(\S.{5,20})$/.exec(text) ?? [];
  const isTitle = name !== undefined && (TITLE.test(text) || nearestNames(rest, CALLED, 1).length > 0);
  return isTitle && !NO_NAME.test(name) ? name : typeOfHeading(text);
}

/** The title of a page without a remark such as `(beta)`. */
export function bareTitle(document: Document): string {
  const text = titleOf(document)?.heading.text ?? "";
  return text.length > LONGEST ? text : text.replace(/\s+\((?!open type\))[^()]*\)$/i, "");
}

/** Name in a heading that calls it a type, such as "The sail complex type"; null for any other heading. */
export function typeOfHeading(text: string): string | null {
  return text.length <= LONGEST && SUFFIX.test(text) ? nameOfHeading(text.replace(SUFFIX, "")) : null;
}

/** A heading as the name of a type: "Postal address" → `postalAddress`. */
export function nameOfHeading(text: string): string | null {
  const bare = text.replace(/^the\s+/i, "").trim();
  if (bare.length > LONGEST || NO_NAME.test(bare)) return null;
  const name = /^[A-Za-z][\w.]*$/.test(bare) ? bare : camelCase(bare);
  return /^[A-Za-z]\w*(?:\.\w+)*$/.test(name) ? name : null;
}
