import type { CodeBlock, Document, Phrase, Section } from "../markdown/model.ts";
import { fileStem } from "../util/paths.ts";
import { lowerFirst } from "../util/words.ts";
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
function readCasing({ sections }: Document): ReadonlyMap<string, string> {
  const blocks = sections.flatMap(codeBlocks);
  const words = [...blocks.flatMap(wordsOfCode), ...sections.flatMap(wordsOfSection)];
  const casing = new Map<string, string>();
  const isCamel = (word: string) => /^[a-z][a-z0-9]*[A-Z]\w*$/.test(word);
  // A name may stand capitalised in a title; prose words without inner capitals tell nothing.
  const spelled = [...words.filter(isCamel), ...words.map(lowerFirst).filter(isCamel)];
  for (const word of spelled) if (!casing.has(word.toLowerCase())) casing.set(word.toLowerCase(), word);
  return casing;
}

function wordsOfCode({ annotation, value }: CodeBlock): readonly string[] {
  const type = annotation?.values["@odata.type"];
  const named = typeof type === "string" ? type.split(/\W+/) : [];
  const requests = value.split("\n").flatMap((line) => splitRequestLine(line) ?? []);
  return [...named, ...requests.flatMap(({ url }) => splitUrl(url).path.split(/\W+/))];
}

function wordsOfSection({ heading, blocks }: Section): readonly string[] {
  const phrases = blocks.flatMap((block) => (block.kind === "paragraph" ? [block.phrase] : []));
  return [heading, ...phrases].flatMap(wordsOfPhrase);
}

function wordsOfPhrase({ tokens }: Phrase): readonly string[] {
  return tokens.flatMap((token) => (token.kind === "break" ? [] : token.text.split(/\W+/)));
}
