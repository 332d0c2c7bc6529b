import type { Draw } from "./random.ts";
import { outsideFences, type Lines } from "./planting/text.ts";
import { SLIPS } from "./slips.ts";

/** A line of a changed page, with its number in the original; null for a line that is new or changed. */
export interface Line {
  readonly text: string;
  readonly origin: number | null;
}

/** A change of the structure of a page which leaves what the other rows state as it is. */
interface Mutation {
  readonly name: string;
  /** Lines at which it can happen. */
  readonly fits: (text: string, index: number, texts: Lines) => boolean;
  readonly apply: (lines: readonly Line[], index: number, draw: Draw) => readonly Line[];
}

const DELIMITER = /^\s*\|?(?:\s*:?-+:?\s*\|)+(?:\s*:?-+:?\s*)?$/;
const isRow = (text: string) => text.startsWith("|") && !DELIMITER.test(text);
const isTable = (text: string) => text.startsWith("|");
const isHeading = (text: string) => /^#{1,6} \S/.test(text);
const isHeader = (_: string, index: number, texts: Lines) => DELIMITER.test(texts[index + 1] ?? "");
const isAny = () => true;

const changed = (text: string): Line => ({ text, origin: null });
const edit =
  (by: (text: string, draw: Draw) => string): Mutation["apply"] =>
  (lines, index, draw) =>
    lines.with(index, changed(by(lines[index]?.text ?? "", draw)));
const insert =
  (...texts: Lines): Mutation["apply"] =>
  (lines, index) =>
    lines.toSpliced(index, 0, ...texts.map(changed));
const double = (lines: readonly Line[], index: number, count: number) => {
  const text = lines[index]?.text ?? "";
  return lines.toSpliced(index, 0, ...Array.from({ length: count }, () => changed(text)));
};

/** Index of the first line after a run of lines. */
function endOf(lines: readonly Line[], index: number, holds: (text: string) => boolean): number {
  const end = lines.findIndex(({ text }, at) => at > index && !holds(text));
  return end === -1 ? lines.length : end;
}

/** Changes all lines of the table that begins at an index. */
const editTable =
  (by: (text: string) => string): Mutation["apply"] =>
  (lines, index) => {
    const end = endOf(lines, index, isTable);
    return lines.map((line, at) => (at >= index && at < end ? changed(by(line.text)) : line));
  };

/** Index of a pipe of a row. */
function pipeOf(text: string, draw: Draw): number {
  const pipes = [...text.matchAll(/\|/g)];
  return pipes[draw(pipes.length)]?.index ?? 0;
}

const STRUCTURE: readonly Mutation[] = [
  { name: "line removed", fits: isAny, apply: (lines, index) => lines.toSpliced(index, 1) },
  { name: "line doubled", fits: isAny, apply: (lines, index) => double(lines, index, 1) },
  { name: "row many times", fits: isRow, apply: (lines, index) => double(lines, index, 300) },
  { name: "blank line", fits: isAny, apply: insert("") },
  { name: "blank lines", fits: isAny, apply: insert("", "  ", "") },
  { name: "note", fits: isAny, apply: insert("> [!NOTE]", "> Only in some regions.") },
  { name: "comment", fits: isAny, apply: insert("<!-- to be checked -->") },
  { name: "comment without an end", fits: isAny, apply: insert("<!-- to be checked") },
  { name: "heading", fits: isAny, apply: insert("## Further details") },
  { name: "line of dashes", fits: isAny, apply: insert("---") },
  { name: "fence", fits: isAny, apply: insert("```json", "{}", "```") },
  { name: "fence without an end", fits: isAny, apply: insert("```") },
  { name: "element", fits: isAny, apply: insert("<details>") },
  { name: "list item", fits: isAny, apply: insert("- One more remark.") },
  { name: "footnote", fits: isAny, apply: insert("[^1]: One more remark.") },
  { name: "pipe removed", fits: isRow, apply: edit((text, draw) => cutAt(text, pipeOf(text, draw))) },
  { name: "pipe doubled", fits: isRow, apply: edit((text, draw) => insertAt(text, pipeOf(text, draw), "|")) },
  { name: "row without its first pipe", fits: isRow, apply: edit((text) => text.slice(1)) },
  { name: "row without its last pipe", fits: isRow, apply: edit((text) => text.replace(/\|\s*$/, "")) },
  { name: "row broken", fits: isRow, apply: breakLine },
  { name: "rows swapped", fits: (text, index, texts) => isRow(text) && isRow(texts[index + 1] ?? ""), apply: swap },
  { name: "row indented", fits: isRow, apply: edit((text) => `      ${text}`) },
  { name: "row in a quote", fits: isRow, apply: edit((text) => `> ${text}`) },
  { name: "backtick added", fits: isRow, apply: edit((text, draw) => insertAt(text, draw(text.length), "`")) },
  { name: "bracket added", fits: isRow, apply: edit((text, draw) => insertAt(text, draw(text.length), "[")) },
  { name: "marks around the name", fits: isRow, apply: edit((text) => text.replace(/^\|\s*([^|]*\S)/, "|**$1**")) },
  { name: "table in a quote", fits: isHeader, apply: editTable((text) => `> ${text}`) },
  { name: "table in a list", fits: isHeader, apply: editTable((text) => `  ${text}`) },
  { name: "table with spaces at the end", fits: isHeader, apply: editTable((text) => `${text}  `) },
  { name: "table with tabs", fits: isHeader, apply: editTable((text) => text.replaceAll("|", "\t|\t").trim()) },
  { name: "header twice", fits: isHeader, apply: (lines, index) => double(lines, index, 1) },
  { name: "heading deeper", fits: isHeading, apply: edit((text) => `#${text}`) },
  { name: "heading with a colon", fits: isHeading, apply: edit((text) => `${text}:`) },
  { name: "heading closed", fits: isHeading, apply: edit((text) => `${text} ##`) },
  { name: "heading in bold marks", fits: isHeading, apply: edit((text) => text.replace(/^(#+ )(.*)$/, "$1**$2**")) },
];

function cutAt(text: string, at: number): string {
  return text.slice(0, at) + text.slice(at + 1);
}

function insertAt(text: string, at: number, added: string): string {
  return text.slice(0, at) + added + text.slice(at);
}

function breakLine(lines: readonly Line[], index: number, draw: Draw): readonly Line[] {
  const text = lines[index]?.text ?? "";
  const at = 1 + draw(Math.max(1, text.length - 1));
  return lines.toSpliced(index, 1, changed(text.slice(0, at)), changed(text.slice(at)));
}

function swap(lines: readonly Line[], index: number): readonly Line[] {
  const [first, second] = [lines[index], lines[index + 1]];
  return first === undefined || second === undefined ? lines : lines.with(index, second).with(index + 1, first);
}

/** Slips of one character or line as mutations. */
const FROM_SLIPS = SLIPS.map(({ name, sites, apply }) => ({ name, sites, apply }));

/** Changes a page at random; returns the names of the changes as well. */
export function mutate(text: string, draw: Draw): { readonly names: Lines; readonly lines: readonly Line[] } {
  let lines: readonly Line[] = text.split("\n").map((each, index) => ({ text: each, origin: index + 1 }));
  const names: string[] = [];
  for (let left = 1 + draw(2); left > 0; left--) {
    const texts = lines.map((line) => line.text);
    const at = draw(STRUCTURE.length + FROM_SLIPS.length);
    const mutation = STRUCTURE[at];
    const slip = FROM_SLIPS[at - STRUCTURE.length];
    if (mutation !== undefined) {
      const fitting = outsideFences(texts).flatMap((each, index, all) =>
        mutation.fits(each, index, all) ? [index] : [],
      );
      const index = fitting[draw(fitting.length)];
      if (index === undefined) continue;
      lines = mutation.apply(lines, index, draw);
      names.push(`${mutation.name} ${String(index + 1)}`);
    } else if (slip !== undefined) {
      const sites = slip.sites(texts);
      const index = sites[draw(sites.length)];
      if (index === undefined) continue;
      lines = tagged(lines, slip.apply(texts, index, draw(1000)));
      names.push(`${slip.name} ${String(index + 1)}`);
    }
  }
  return { names, lines };
}

/** Keeps the numbers of the lines above and below a change. */
function tagged(lines: readonly Line[], texts: Lines): readonly Line[] {
  let from = 0;
  while (from < texts.length && lines[from]?.text === texts[from]) from++;
  let end = 0;
  while (end < texts.length - from && lines.at(-1 - end)?.text === texts.at(-1 - end)) end++;
  const below = lines.slice(lines.length - end);
  return [...lines.slice(0, from), ...texts.slice(from, texts.length - end).map(changed), ...below];
}
