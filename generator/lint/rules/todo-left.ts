import { createDiagnostic } from "../../diagnostics/diagnostic.ts";
import type { Block, Phrase } from "../../markdown/model.ts";
import type { PageRule } from "../model.ts";

const TODO = /\b(?:TODO|TBD|FIXME)\b|\bto be determined\b|\blorem ipsum\b/;

/** A page still says that something is to be written. */
export const todoLeft: PageRule = {
  name: "todo-left",
  check: ({ document }) =>
    document.sections.flatMap(({ blocks, heading }) =>
      [heading, ...blocks.flatMap(phrasesOf)].flatMap((phrase) => {
        const text = phrase.tokens.map((token) => (token.kind === "text" ? token.text : " ")).join("");
        const found = TODO.exec(text)?.[0];
        return found === undefined ? [] : [createDiagnostic("todo-left", { text: found }, phrase.place)];
      }),
    ),
};

function phrasesOf(block: Block): readonly Phrase[] {
  switch (block.kind) {
    case "paragraph":
      return [block.phrase];
    case "table":
      // Tables of permissions have a rule of their own, which says what a cell of them should hold.
      return /^permission type$/i.test(block.header[0]?.text ?? "") ? [] : block.rows.flatMap(({ cells }) => cells);
    case "list":
      return block.items;
    case "alert":
      return block.phrases;
    case "code":
      return [];
  }
}
