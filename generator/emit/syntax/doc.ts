import { readable } from "../text/readable.ts";
import { commentLine, commentText } from "./escape.ts";

/**
 * A tag of a documentation comment; `code` is code text, already escaped. The file of a declaration chooses its tags:
 * `requests/operation-doc.ts` for a function, `types/` for a type.
 */
export interface DocTag {
  readonly name: "deprecated" | "default" | "example" | "format" | "see";
  readonly text: string;
  readonly code?: boolean;
}

/** A documentation comment as data, with the text of the page, not yet escaped. */
export interface Doc {
  readonly paragraphs: readonly string[];
  readonly tags: readonly DocTag[];
}

export const NO_DOC: Doc = { paragraphs: [], tags: [] };

/** A comment without tags. */
export function prose(...paragraphs: readonly string[]): Doc {
  return { paragraphs, tags: [] };
}

function tagText(tag: DocTag): string {
  if (tag.code === true) return `\n${tag.text}`;
  const text = commentLine(tag.text);
  return text === "" ? "" : ` ${text}`;
}

/** Editors hide `<name>` as HTML unless it is escaped or in a code span. */
function showElements(text: string): string {
  return text.replace(/`[^`\n]*`|<(?=[a-z/])/gi, (found) => (found === "<" ? "\\<" : found));
}

function paragraphsText(doc: Doc): string {
  const stated = doc.paragraphs.map((text) => showElements(readable(text)));
  const paragraphs = stated.map(commentText).filter((text) => text !== "");
  return paragraphs.join("\n\n");
}

/** Escaped lines of the comment without its delimiters; empty if it has neither text nor tags. */
function docLines(doc: Doc): readonly string[] {
  const text = paragraphsText(doc);
  const tags = doc.tags.map((tag) => `@${tag.name}${tagText(tag)}`);
  const blocks = [...(text === "" ? [] : [text]), ...(tags.length === 0 ? [] : [tags.join("\n")])];
  const lines = blocks.length === 0 ? [] : blocks.join("\n\n").split("\n");
  return lines.map((line) => line.trimEnd());
}

/** The comment as text with its delimiters, or an empty string. */
export function docText(doc: Doc): string {
  const lines = docLines(doc);
  if (lines.length === 0) return "";
  if (lines.length === 1) return `/** ${lines[0] ?? ""} */\n`;
  return `/**\n${lines.map((line) => (line === "" ? " *" : ` * ${line}`)).join("\n")}\n */\n`;
}

/** The comment as a structure of ts-morph, which adds the delimiters; empty if there is no comment. */
export function docStructures(doc: Doc): string[] {
  const lines = docLines(doc);
  if (lines.length === 0) return [];
  return [lines.length === 1 ? (lines[0] ?? "") : `\n${lines.join("\n")}`];
}
