// Turns text of a page into text for a comment, where the page around it is missing.

import { withoutEmphasis } from "./emphasis.ts";
import { withoutInherited } from "./inheritance.ts";
import { withoutMarkup } from "./markup.ts";
import { withoutPointers } from "./pointers.ts";
import { changeOutsideCode, sentencesOf } from "./sentences.ts";

/** Texts that pages contain in place of a description. */
const NO_DESCRIPTION = /^(?:not (?:yet )?documented|to be documented|no description)(?:\.\s*|\s*$)/i;

/** A line of a list or a table, or a quoted line, which a line above it can introduce. */
const ENTRY = /^\s*(?:[-*+|]|\d+\.|["“`])/;

/**
 * Writes text of a page as its author would write it in a comment: without what points at other parts of the page,
 * without Markdown that only pages need, and with names as code.
 *
 * @param text Markdown of a page, or of this program, which stays as it is
 */
export function readable(text: string): string {
  const marked = withoutMarkup(withoutEmphasis(text.replace(NO_DESCRIPTION, "")));
  const lines = marked.split("\n");
  const readable = lines.flatMap((line, index) => {
    if (line.trim() === "" || line.startsWith("|")) return [line];
    const next = lines.slice(index + 1).find((other) => other.trim() !== "");
    const changed = readableLine(line, next !== undefined && ENTRY.test(next));
    return changed.trim() === "" ? [] : [changed];
  });
  return tidy(readable.join("\n"));
}

function readableLine(line: string, introduces: boolean): string {
  const [, mark = "", text = ""] = /^(\s*(?:[-*+] |\d+\. )?)(.*)$/.exec(line) ?? [];
  const rest = withoutPointers(withoutInherited(text), introduces && /:\s*$/.test(text));
  const ended = introduces ? rest : withoutColon(rest);
  return ended === "" ? "" : mark + ended;
}

/** A colon at the end of a line introduces what the comment does not contain. */
function withoutColon(line: string): string {
  if (!/:\s*$/.test(line)) return line;
  const sentences = sentencesOf(line);
  const last = sentences.at(-1) ?? "";
  const pointsAhead =
    /\b(?:follow(?:s|ing)?|these|below|this .*\b(?:URL|request|query|format|syntax|code|example))\b/i.test(last) ||
    !/\s/.test(last.trim());
  return [...sentences.slice(0, -1), ...(pointsAhead ? [] : [last.replace(/\s*:\s*$/, ".")])].join(" ");
}

/** Words that begin sentences, after a dot without a space. */
const BEGINNING =
  "The|This|These|If|It|For|Only|Supports|Read-only|Required|Returned|See|When|Possible|Default|Note|In";
const LOST_SPACE = new RegExp(`(?<=\\b[a-z]{2,}\\.)(?=(?:${BEGINNING}) )`, "g");
/** Articles that do not fit the name of a type: "a itemBody" and "an driveItem". */
const BEFORE_VOWEL = /\b([Aa]) (?=(?:[aei]|o(?!ne))\w*[A-Z])/g;
const BEFORE_CONSONANT = /\b([Aa])n (?=[bcdgjkptvwz]\w*[A-Z])/g;

function tidy(text: string): string {
  return changeOutsideCode(text, (part) =>
    part
      .replace(/(\w) +([.,;:])(?=\s|$)/g, "$1$2")
      .replace(/\.(?: ?\.)(?=\s|$)/g, ".")
      .replace(LOST_SPACE, " ")
      .replace(BEFORE_VOWEL, "$1n ")
      .replace(BEFORE_CONSONANT, "$1 ")
      .replace(/(?<=[a-z,])\n(?=[a-z]+ )/g, " "),
  )
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}
