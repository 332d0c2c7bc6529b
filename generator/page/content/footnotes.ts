import {
  type Block,
  type Document,
  type Phrase,
  type TableBlock,
  type TableRow,
  type Token,
  makePhrase,
} from "../../markdown/model.ts";
import { columnKind } from "./vocabulary.ts";

/** `[^1]`, `¹`, `*`, `†` behind a name. */
const MARK = /(?:\[\^[^[\]\s]{1,40}\]|[⁰¹²³⁴-⁹ᵃ-ᶻ†‡§]|[,*\s])+$/u;
const HAS_MARK = /\[\^|[⁰¹²³⁴-⁹†‡§]|\*$|\(\d{1,2}\)$/u;
const NUMBERED = /\s*\((\d{1,2})\)$/;

/**
 * Removes footnote marks behind names, types and permission types in tables; descriptions keep them.
 *
 * @returns the document; the same object if it has no marks
 */
export function removeMarks(document: Document): Document {
  const isMarked = document.sections.some(({ blocks }) =>
    blocks.some((block) => block.kind === "table" && hasMark(block)),
  );
  if (!isMarked) return document;
  const sections = document.sections.map((section) => ({
    ...section,
    blocks: section.blocks.map((block) =>
      block.kind === "table" && hasMark(block) ? cleanTable(block, document) : block,
    ),
  }));
  return { ...document, sections };
}

function hasMark({ rows }: TableBlock): boolean {
  return rows.some(({ cells }) => cells.some(isMarked));
}

function isMarked({ text, tokens }: Phrase): boolean {
  return HAS_MARK.test(text) || tokens.some(isSuperscript);
}

function isSuperscript(token: Token): boolean {
  return token.kind === "text" && token.style === "superscript";
}

function cleanTable(table: TableBlock, document: Document): TableBlock {
  const isText = table.header.map(({ text }) => columnKind(text) === "description" || columnKind(text) === null);
  const clean = (row: TableRow): TableRow => ({
    ...row,
    cells: row.cells.map((cell, index) => {
      if (!isMarked(cell) || (index > 0 && isText[index] !== false)) return cell;
      return cleanCell(cell, index === 0 ? document : null);
    }),
  });
  return { ...table, rows: table.rows.map(clean) };
}

/** Removes the marks at the end of a cell; `(1)` is a mark where the page has a note of this number. */
function cleanCell(cell: Phrase, document: Document | null): Phrase {
  const tokens = cell.tokens.filter((token) => !isSuperscript(token));
  const last = tokens.at(-1);
  if (last?.kind !== "text") return makePhrase(tokens, cell.place);
  const bare = last.text.replace(MARK, "");
  const number = NUMBERED.exec(bare)?.[1];
  const isNote = number !== undefined && document !== null && hasNote(document, number);
  const text = isNote ? bare.replace(NUMBERED, "") : bare;
  return makePhrase([...tokens.slice(0, -1), { ...last, text }], cell.place);
}

/** Whether a paragraph, quote or list begins with the number of a note. */
function hasNote(document: Document, number: string): boolean {
  const note = new RegExp(`^(?:note\\s*)?(?:\\(${number}\\)|${number}[).:]|\\[\\^?${number}\\])`, "i");
  const raised = [...number].map((digit) => "⁰¹²³⁴⁵⁶⁷⁸⁹".charAt(Number(digit))).join("");
  const starts = (phrase: Phrase) => note.test(phrase.text) || phrase.text.startsWith(raised);
  return document.sections.some(({ blocks }) => blocks.some((block) => phrasesOf(block).some(starts)));
}

function phrasesOf(block: Block): readonly Phrase[] {
  if (block.kind === "paragraph") return [block.phrase];
  if (block.kind === "list") return block.items;
  return block.kind === "alert" ? block.phrases : [];
}
