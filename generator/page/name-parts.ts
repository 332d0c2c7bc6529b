import type { Document, Phrase } from "../markdown/model.ts";
import { fileStem } from "../util/paths.ts";
import { codeBlocks } from "./page-sections.ts";
import { splitRequestLine, splitUrl } from "./request-line.ts";

/**
 * Splits the page's file name at its dashes and gives each part the casing that the page itself uses:
 * `administrativeunit-list-members` → `administrativeUnit`, `list`, `members`. File names are lower case by custom.
 */
export function nameParts(document: Document): readonly string[] {
  const casing = readCasing(document);
  return fileStem(document.path)
    .split(/[-_.]/)
    .filter((part) => part !== "")
    .map((part) => casing.get(part.toLowerCase()) ?? part);
}

/** The page's words by lower case; a word from a URL or an annotation beats one from prose. */
function readCasing(document: Document): ReadonlyMap<string, string> {
  const casing = new Map<string, string>();
  const add = (word: string) => {
    const key = word.toLowerCase();
    if (!casing.has(key) && /^[a-z][A-Za-z0-9]*$/.test(word)) casing.set(key, word);
  };
  for (const section of document.sections) {
    for (const block of codeBlocks(section)) {
      wordsOfAnnotation(block.annotation?.values).forEach(add);
      for (const line of block.value.split("\n")) {
        const split = splitRequestLine(line);
        if (split !== null) splitUrl(split.url).path.split(/[^\w]+/).forEach(add);
      }
    }
  }
  for (const section of document.sections) {
    wordsOfPhrase(section.heading).forEach(add);
    for (const block of section.blocks) if (block.kind === "paragraph") wordsOfPhrase(block.phrase).forEach(add);
  }
  return casing;
}

function wordsOfAnnotation(values: Readonly<Record<string, unknown>> | undefined): readonly string[] {
  const type = values?.["@odata.type"];
  return typeof type === "string" ? type.split(/\W+/) : [];
}

function wordsOfPhrase(phrase: Phrase): readonly string[] {
  return phrase.tokens.flatMap((token) => (token.kind === "break" ? [] : token.text.split(/\W+/)));
}
