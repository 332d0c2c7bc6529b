import type { PhrasingContent } from "mdast";
import { match, pass, pointAt, type Reader, type Span, type Step } from "./cursor.ts";
import { append, readLineEnd, readText, trimEnd } from "./phrasing-text.ts";

/** The end of a part: the end of the text, a bracket or a run of asterisks. */
type Closer = "" | "]" | "*" | "**";

const WORDS = /[^\\`*_~[\]<&!@\n\t]+/y;
const ADDRESS = /:\/\/|www\./i;
const CODE = /`([^`\n]+)`(?!`)/y;
const TAG = /<(?:[A-Za-z][A-Za-z0-9]* ?\/?|\/[A-Za-z][A-Za-z0-9]* ?)>/y;
const REFERENCE = /&#?[A-Za-z0-9]{1,31};/y;
/** The character references that docs use most. */
const REFERENCES: ReadonlyMap<string, string> = new Map([
  ["&lt;", "<"],
  ["&gt;", ">"],
  ["&amp;", "&"],
]);
/** A target without spaces, brackets and escapes. */
const TARGET = /\(([^\s\p{Cc}()<>\\&]*)\)/uy;
/** Deeper nesting does not occur in prose and would exhaust the stack. */
const DEEPEST = 8;
/** Longer content does not occur in prose, and joining its text nodes line by line would be slow. */
const MOST_LINES = 200;

/**
 * Reads plain phrasing content: words, code, links, emphasis, tags without attributes and line breaks.
 *
 * @param span content to read
 * @param refers whether the page has definitions that brackets may refer to
 * @returns the nodes that remark returns for it, or null if it contains any other construct
 */
export function readInline({ text, lines }: Span, refers: boolean): PhrasingContent[] | null {
  if (lines.length > MOST_LINES) return null;
  const reader: Reader = { text, lines, refers, at: 0, line: 0, start: 0 };
  const nodes = readNodes(reader, 0, "");
  if (nodes !== null) trimEnd(nodes);
  return nodes;
}

function readNodes(reader: Reader, depth: number, closer: Closer): PhrasingContent[] | null {
  if (depth > DEEPEST) return null;
  const nodes: PhrasingContent[] = [];
  while (reader.at < reader.text.length) {
    const step = readNext(reader, nodes, depth, closer);
    if (step === "closed") return nodes;
    if (step === "unknown") return null;
  }
  return closer === "" ? nodes : null;
}

function readNext(reader: Reader, nodes: PhrasingContent[], depth: number, closer: Closer): Step {
  const read = READERS.get(reader.text.charAt(reader.at)) ?? readWords;
  return read(reader, nodes, depth, closer);
}

type ReadStep = (reader: Reader, nodes: PhrasingContent[], depth: number, closer: Closer) => Step;

const unknown: ReadStep = () => "unknown";

/** Readers by the first character of a construct; any other character belongs to a word. */
const READERS: ReadonlyMap<string, ReadStep> = new Map<string, ReadStep>([
  ["`", readCode],
  ["[", readBracket],
  ["]", (_reader, _nodes, _depth, closer) => (closer === "]" ? "closed" : "unknown")],
  ["*", readAsterisks],
  ["\n", readLineEnd],
  ["<", readTag],
  ["_", readUnderscore],
  ["!", readExclamation],
  ["&", readAmpersand],
  ["@", readAt],
  ["\\", unknown],
  ["~", unknown],
  ["\t", unknown],
]);

function readUnderscore(reader: Reader, nodes: PhrasingContent[]): Step {
  const isInside = isWord(reader.text[reader.at - 1]) && isWord(reader.text[reader.at + 1]);
  return isInside ? readText(reader, nodes, 1) : "unknown";
}

function readExclamation(reader: Reader, nodes: PhrasingContent[]): Step {
  return reader.text[reader.at + 1] === "[" ? "unknown" : readText(reader, nodes, 1);
}

function readAmpersand(reader: Reader, nodes: PhrasingContent[]): Step {
  const reference = match(REFERENCE, reader)?.[0];
  if (reference === undefined) return readText(reader, nodes, 1);
  const value = REFERENCES.get(reference);
  if (value === undefined) return "unknown";
  append(nodes, { type: "text", value, position: pass(reader, reference.length) });
  return "read";
}

/** Reads an `@`, which is part of a mail address only after a character that an address can contain. */
function readAt(reader: Reader, nodes: PhrasingContent[]): Step {
  return /[\w.+-]/.test(reader.text.charAt(reader.at - 1)) ? "unknown" : readText(reader, nodes, 1);
}

function readWords(reader: Reader, nodes: PhrasingContent[]): Step {
  const words = match(WORDS, reader)?.[0] ?? "";
  return ADDRESS.test(words) ? "unknown" : readText(reader, nodes, words.length);
}

function readCode(reader: Reader, nodes: PhrasingContent[]): Step {
  const found = match(CODE, reader);
  const inner = found?.[1];
  if (found === null || inner === undefined) return "unknown";
  const value = /^ .*[^ ].* $/.test(inner) ? inner.slice(1, -1) : inner;
  nodes.push({ type: "inlineCode", value, position: pass(reader, found[0].length) });
  return "read";
}

function readTag(reader: Reader, nodes: PhrasingContent[]): Step {
  const value = match(TAG, reader)?.[0];
  if (value !== undefined) {
    nodes.push({ type: "html", value, position: pass(reader, value.length) });
    return "read";
  }
  return /[A-Za-z/!?]/.test(reader.text[reader.at + 1] ?? "") ? "unknown" : readText(reader, nodes, 1);
}

/** Reads a link, or brackets that are plain text. */
function readBracket(reader: Reader, nodes: PhrasingContent[], depth: number): Step {
  const { text } = reader;
  if (text[reader.at + 1] === "^") return "unknown";
  const start = pointAt(reader, reader.at);
  const opening: PhrasingContent[] = [];
  readText(reader, opening, 1);
  const children = readNodes(reader, depth + 1, "]");
  const after = text[reader.at + 1];
  if (children === null || after === "[") return "unknown";
  if (after !== "(") {
    if (reader.refers) return "unknown";
    const closing: PhrasingContent[] = [];
    readText(reader, closing, 1);
    for (const node of [...opening, ...children, ...closing]) append(nodes, node);
    return "read";
  }
  reader.at += 1;
  const target = match(TARGET, reader);
  if (target?.[1] === undefined || holdsLink(children)) return "unknown";
  const { end } = pass(reader, target[0].length);
  nodes.push({ type: "link", title: null, url: target[1], children, position: { start, end } });
  return "read";
}

function holdsLink(nodes: readonly PhrasingContent[]): boolean {
  return nodes.some((node) => node.type === "link" || ("children" in node && holdsLink(node.children)));
}

/** Reads a run of asterisks that can only open, can only close, or can do neither. */
function readAsterisks(reader: Reader, nodes: PhrasingContent[], depth: number, closer: Closer): Step {
  const { text, at } = reader;
  const run = /\*+/y;
  run.lastIndex = at;
  const length = run.exec(text)?.[0].length ?? 0;
  const sides = sidesOf(text[at - 1], text[at + length]);
  if (sides === null) return "unknown";
  if (!sides.opens && !sides.closes) return readText(reader, nodes, length);
  if (length > 2 || (sides.opens && sides.closes)) return "unknown";
  const marker = length === 2 ? "**" : "*";
  if (sides.closes) {
    if (closer === "") return readText(reader, nodes, length);
    return closer === marker ? "closed" : "unknown";
  }
  const { start } = pass(reader, length);
  const children = readNodes(reader, depth + 1, marker);
  if (children === null) return "unknown";
  const { end } = pass(reader, length);
  nodes.push({ type: marker === "**" ? "strong" : "emphasis", children, position: { start, end } });
  return "read";
}

type Side = "word" | "space" | "mark";

/** Whether a run between two characters can open or close emphasis; null next to a non-ASCII character. */
function sidesOf(
  before: string | undefined,
  after: string | undefined,
): { readonly opens: boolean; readonly closes: boolean } | null {
  const [left, right] = [sideOf(before), sideOf(after)];
  if (left === null || right === null) return null;
  return {
    opens: right === "word" || (right === "mark" && left !== "word"),
    closes: left === "word" || (left === "mark" && right !== "word"),
  };
}

function sideOf(character: string | undefined): Side | null {
  if (character === undefined || character === " " || character === "\n") return "space";
  if (/[A-Za-z0-9]/.test(character)) return "word";
  return /[!-)+-/:-@[-^`{-}]/.test(character) ? "mark" : null;
}

function isWord(character: string | undefined): boolean {
  return character !== undefined && /[A-Za-z0-9]/.test(character);
}
