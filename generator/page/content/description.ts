import type { Document, Phrase, TextStyle } from "../../markdown/model.ts";
import { introductionGroups } from "./sections.ts";

/**
 * Writes the introduction of a page as documentation Markdown.
 *
 * @returns its paragraphs and lists
 */
export function introductionMarkdown(document: Document): readonly string[] {
  return introductionGroups(document).map((group) => ("tokens" in group ? toMarkdown(group) : listMarkdown(group)));
}

/** Writes a list as documentation Markdown. */
function listMarkdown(items: readonly Phrase[]): string {
  return items.map((item) => `- ${toMarkdown(item).replaceAll("\n", "\n  ")}`).join("\n");
}

/**
 * Writes a phrase as documentation Markdown: code and web links are preserved, links into the docs become their text,
 * and breaks become line endings.
 */
export function toMarkdown(phrase: Phrase): string {
  const parts = phrase.tokens.map((token) => {
    switch (token.kind) {
      case "text":
        return emphasize(token.text.replace(/\s+/g, " "), token.style);
      case "code":
        return token.text.includes("`") ? token.text : `\`${token.text}\``;
      case "break":
        return token.item ? "\n- " : "\n";
      case "link":
        return /^https?:\/\//i.test(token.href) && token.text !== "" ? `[${token.text}](${token.href})` : token.text;
    }
  });
  return tidy(parts.join(""));
}

function emphasize(text: string, style: TextStyle): string {
  if (style === "plain" || style === "superscript" || text.trim() === "") return text;
  const mark = style === "strong" ? "**" : "_";
  return `${mark}${text.trim()}${mark}`;
}

function tidy(text: string): string {
  return (
    text
      .replace(/[\u200B\u2060\uFEFF]/g, "")
      // Markers of alerts and includes in positions where they have no effect.
      .replace(/\[!\w{1,20}[^[\]\n]{0,80}\](?!\()\s?/g, "")
      .replace(/[^\S\n]+/g, " ")
      .replace(/ *\n */g, "\n")
      .replace(/\n{2,}/g, "\n")
      .trim()
  );
}
