import type { Place } from "../diagnostics/diagnostic.ts";
import type { RootContent } from "mdast";
import { parseBelow } from "./fast/deferred.ts";
import { parseMarkdown } from "./fast/parse.ts";
import type { Definitions } from "./phrase.ts";

/** A text that is parsed as Markdown: a page, an include, or lines of it that are parsed again. */
export interface FlowContext {
  readonly file: string;
  readonly lines: readonly string[];
  /** Number of lines of the file above the text. */
  readonly lineOffset: number;
  /** Number of characters that are missing at the beginning of each line. */
  readonly shifts: readonly number[];
  readonly definitions: Definitions;
}

/** A line of a text, and the number of characters before it that belong to a container or are spaces. */
export interface CutLine {
  readonly text: string;
  readonly shift: number;
}

/** Parses lines of a text again; they may refer to the definitions of the whole text. */
export function parseAgain(text: string, definitions: Definitions): readonly RootContent[] {
  const isPlain = definitions.size === 0 || !text.includes("[");
  if (isPlain) return parseMarkdown(text).children;
  const lines = [...definitions].map(([label, url]) => `[${label}]: <${url}>`);
  return parseBelow(lines, text);
}

/** Any node; GFM autolink literals have no position. */
export interface Positioned {
  readonly position?:
    | {
        readonly start: { readonly line: number; readonly column: number };
        readonly end: { readonly line: number };
      }
    | undefined;
}

/** Place of a node in its file. */
export function placeOf(context: FlowContext, node: Positioned, fallback?: Place): Place {
  const start = node.position?.start;
  if (start === undefined) return fallback ?? placeAt(context, 0, 0);
  return placeAt(context, start.line - 1, start.column - 1);
}

/** Place of a character, both counted from 0 in the text. */
export function placeAt({ file, lineOffset, shifts }: FlowContext, line: number, character: number): Place {
  return { file, line: lineOffset + line + 1, column: character + 1 + (shifts[line] ?? 0) };
}

/** Lines of a node without the marks of the containers before them. */
export function linesOf({ lines, shifts }: FlowContext, node: Positioned): readonly CutLine[] {
  const { position } = node;
  if (position === undefined) return [];
  const { start, end } = position;
  return lines.slice(start.line - 1, end.line).map((line, index) => {
    const mark = line.slice(0, start.column - 1);
    const isMark = index === 0 || /^[\s>]*$/.test(mark);
    return cutSpaces(line, isMark ? mark.length : 0, shifts[start.line - 1 + index] ?? 0);
  });
}

/** Cuts a number of characters and the spaces after them. */
export function cutSpaces(line: string, length: number, shift = 0): CutLine {
  const text = line.slice(length).trimStart();
  return { text, shift: shift + line.length - text.length };
}
