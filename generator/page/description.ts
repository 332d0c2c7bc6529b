import type { Phrase } from "../markdown/model.ts";

/**
 * Writes a phrase as documentation Markdown: code stays code, web links stay links, links into the docs become their
 * text, breaks become line ends.
 */
export function toMarkdown(phrase: Phrase): string {
  const parts = phrase.tokens.map((token) => {
    switch (token.kind) {
      case "text":
        return emphasise(token.text.replace(/\s+/g, " "), token.style);
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

function emphasise(text: string, style: "plain" | "strong" | "emphasis"): string {
  if (style === "plain" || text.trim() === "") return text;
  const mark = style === "strong" ? "**" : "_";
  return `${mark}${text.trim()}${mark}`;
}

function tidy(text: string): string {
  return text
    .replace(/[\u200B\u2060\uFEFF]/g, "")
    .replace(/[^\S\n]+/g, " ")
    .replace(/ *\n */g, "\n")
    .replace(/\n{2,}/g, "\n")
    .trim();
}
