import { resolveInclude } from "../util/paths.ts";
import type { Flow } from "./flow-model.ts";
import { type Phrase, type Token, makePhrase } from "./model.ts";

const OPENING = /\[!INCLUDE\s*$/i;

/**
 * Splits a paragraph at its `[!INCLUDE [label](path)]` directives, which remark parses as text, a link and a bracket.
 *
 * @param phrase content of a paragraph
 * @param file file that contains it; paths of directives are relative to it
 * @returns paragraphs and includes in reading order
 */
export function splitIncludes(phrase: Phrase, file: string): readonly Flow[] {
  const flows: Flow[] = [];
  let pending: Token[] = [];
  const flush = () => {
    const part = makePhrase(pending, phrase.place);
    if (part.text !== "")
      flows.push({ kind: "block", block: { kind: "paragraph", phrase: part, place: phrase.place } });
    pending = [];
  };
  for (const token of phrase.tokens) {
    const last = pending.at(-1);
    if (token.kind === "link" && last?.kind === "text" && OPENING.test(last.text)) {
      pending[pending.length - 1] = { ...last, text: last.text.replace(OPENING, "") };
      flush();
      flows.push({
        kind: "include",
        path: resolveInclude(file, token.href),
        place: phrase.place,
      });
    } else if (token.kind === "text" && pending.length === 0 && flows.at(-1)?.kind === "include") {
      pending.push({ ...token, text: token.text.replace(/^\s*\]/, "") });
    } else {
      pending.push(token);
    }
  }
  flush();
  return flows;
}
