import type { Block, Phrase } from "../../../markdown/model.ts";
import { pageRule } from "../../rule.ts";

const TODO = /\b(?:TODO|TBD|FIXME)\b|\bto be determined\b|\blorem ipsum\b/;

export const todoLeft = pageRule({
  name: "todo-left",
  severity: "warning",
  message: 'Unexpected "{text}", expected finished text',
  description: "A page contains a note that something is still to be written.",
  why: "Readers see that the page is unfinished.",
  advice: "Write the missing text.",
  example: { page: "resources/boat.md", ok: "Length in metres.", notOk: "TODO: say what it is." },
  check: ({ document }) =>
    document.sections.flatMap(({ blocks, heading }) =>
      [heading, ...blocks.flatMap(phrasesOf)].flatMap((phrase) => {
        const text = phrase.tokens.map((token) => (token.kind === "text" ? token.text : " ")).join("");
        const found = TODO.exec(text)?.[0];
        return found === undefined ? [] : [{ params: { text: found }, place: phrase.place }];
      }),
    ),
});

function phrasesOf(block: Block): readonly Phrase[] {
  switch (block.kind) {
    case "paragraph":
      return [block.phrase];
    case "table":
      // `permission-placeholder` covers permissions tables.
      return /^permission type$/i.test(block.header[0]?.text ?? "") ? [] : block.rows.flatMap(({ cells }) => cells);
    case "rows":
      return block.rows.flatMap(({ cells }) => cells);
    case "list":
      return block.items;
    case "alert":
      return block.phrases;
    case "code":
      return [];
  }
}
