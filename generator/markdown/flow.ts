import type { Blockquote, Code, Definition, Heading, List, Paragraph, Root, RootContent } from "mdast";
import { createCollector, type Place, type Result } from "../diagnostics/diagnostic.ts";
import { readAlert } from "./alert.ts";
import { anchorOf } from "./anchor.ts";
import { parseAgain, placeOf, type CutLine, type FlowContext } from "./flow-context.ts";
import { readHtml } from "./flow-html.ts";
import type { Flow } from "./flow-model.ts";
import { readIndentedTable, readLazyRows, readLazyText, readPipeLines, readTableFlow } from "./flow-rows.ts";
import { splitIncludes } from "./include-directive.ts";
import type { CodeBlock, Phrase } from "./model.ts";
import { readPhrase, type Definitions } from "./phrase.ts";
import { parseMarkdown } from "./fast/parse.ts";

/**
 * Parses a text into flow content.
 *
 * @param file path for places
 * @param source Markdown; `\n` line ends
 */
export function readFlow(file: string, source: string): Result<readonly Flow[]> {
  // An author cannot see that the space behind the marks of a heading is one that Markdown does not accept.
  const text = source.replace(/^(#{1,6})\u00A0/gm, "$1 ");
  const lines = text.split("\n");
  const root = parsePage(text, lines);
  const definitions = new Map(collectDefinitions(root.children));
  return readAll({ file, lines, lineOffset: 0, shifts: [], definitions }, root.children);
}

function readText(
  file: string,
  lines: readonly CutLine[],
  lineOffset: number,
  outer: Definitions,
): Result<readonly Flow[]> {
  const texts = lines.map(({ text }) => text);
  const nodes = parseAgain(texts.join("\n"), outer);
  const definitions = new Map([...outer, ...collectDefinitions(nodes)]);
  const shifts = lines.map(({ shift }) => shift);
  return readAll({ file, lines: texts, lineOffset, shifts, definitions }, nodes);
}

/** Parses lines of a text again; `from` is the index of the first one. */
function readAgain(context: FlowContext, lines: readonly CutLine[], from: number): Result<readonly Flow[]> {
  return readText(context.file, lines, context.lineOffset + from, context.definitions);
}

function collectDefinitions(nodes: readonly RootContent[]): readonly (readonly [string, string])[] {
  const isDefinition = (node: RootContent): node is Definition => node.type === "definition";
  return nodes.filter(isDefinition).map((node) => [node.identifier.toLowerCase(), node.url]);
}

/** Parses a page with the definitions of links directly below a footnote, which Markdown reads as its text. */
function parsePage(text: string, lines: readonly string[]): Root {
  const root = parseMarkdown(text);
  const lazy = root.children.flatMap(({ type, position }) =>
    type === "footnoteDefinition" ? lines.slice(position?.start.line, position?.end.line) : [],
  );
  const definitions = lazy.filter((line) => /^\[[^\]^][^\]]*\]:\s+\S+/.test(line));
  return definitions.length === 0 ? root : parseMarkdown(`${text}\n\n${definitions.join("\n")}`);
}

function readAll(context: FlowContext, nodes: readonly RootContent[]): Result<readonly Flow[]> {
  const collector = createCollector();
  /** Lines above it are part of an HTML table. */
  let next = 0;
  const flows = nodes.flatMap((node) => {
    const from = (node.position?.start.line ?? Infinity) - 1;
    if (from < next) return [];
    if (node.type !== "html") return collector.pipe(readNode(context, node));
    const html = readHtml(context, node, readAgain);
    next = html.to;
    return collector.pipe(html.result);
  });
  return collector.wrap(flows);
}

function readNode(context: FlowContext, node: RootContent): Result<readonly Flow[]> {
  const place = placeOf(context, node);
  switch (node.type) {
    case "heading":
      return readHeading(context, node, place);
    case "paragraph":
      return readParagraph(context, node, place);
    case "table":
      return readTableFlow(context, node, readAgain);
    case "code":
      return readIndentedTable(context, node, readAgain) ?? readCode(context, node, place);
    case "list":
      return readList(context, node, place);
    case "blockquote":
      return readQuote(context, node, place);
    case "footnoteDefinition":
      return readLazyRows(context, node, readAgain) ?? readLazyText(context, node, readAgain);
    case "thematicBreak":
      return [[{ kind: "rule" }], []];
    case "yaml":
      return [[{ kind: "yaml", value: node.value, place }], []];
    default:
      return [[], []];
  }
}

/** `# [HTTP](#tab/http)` is a tab, not a heading. Rows above a line of dashes are not a heading either. */
function readHeading(context: FlowContext, node: Heading, place: Place): Result<readonly Flow[]> {
  const rows = (context.lines[(node.position?.start.line ?? 0) - 1] ?? "").startsWith("|");
  if (rows) return readPipeLines(context, node, readAgain) ?? [[], []];
  const heading = readPhrase(node.children, context.definitions, place);
  if (isSentence(heading.text) && isUnderlined(context, node)) {
    const collector = createCollector();
    collector.add("paragraph-underlined", {}, { ...place, line: context.lineOffset + (node.position?.end.line ?? 0) });
    const paragraph = collector.pipe(readParagraph(context, { ...node, type: "paragraph" }, place));
    return collector.wrap([...paragraph, { kind: "rule" }]);
  }
  const first = heading.tokens[0];
  const tab =
    first?.kind === "link" && /^[\s:]*$/.test(heading.text.slice(first.text.length))
      ? /^#tab\/([^/?]+)/.exec(first.href)?.[1]
      : undefined;
  if (tab !== undefined) return [[{ kind: "tab", id: tab.toLowerCase() }], []];
  return [[{ kind: "heading", heading, depth: node.depth, anchor: anchorOf(node.children, heading), place }], []];
}

/** Whether a line of dashes makes a paragraph a heading. */
function isUnderlined({ lines }: FlowContext, { depth, position }: Heading): boolean {
  const line = lines[(position?.start.line ?? 0) - 1] ?? "";
  return depth === 2 && !line.slice((position?.start.column ?? 1) - 1).startsWith("#");
}

/** Words of a heading; more are a sentence. */
const MOST_WORDS = 12;

/** Whether a text is one of sentences or lines, or an include; keys of front matter are not. */
function isSentence(text: string): boolean {
  const isFrontMatter = text.split("\n").every((line) => /^[\w.]+:(?:\s|$)/.test(line));
  const isLong = text.split(/\s+/).length > MOST_WORDS;
  return (isLong || /[.!?]$|\n|^\[!INCLUDE\b/i.test(text)) && !isFrontMatter;
}

function readParagraph(context: FlowContext, node: Paragraph, place: Place): Result<readonly Flow[]> {
  const rows = readPipeLines(context, node, readAgain);
  if (rows !== null) return rows;
  const phrase = readPhrase(node.children, context.definitions, place);
  const anchor = phrase.text === "" ? anchorOf(node.children, phrase) : null;
  const collector = createCollector();
  const isComment = phrase.tokens.some((token) => token.kind === "text" && token.text.includes("-->"));
  if (isComment) collector.add("comment-unopened", {}, place);
  return collector.wrap(anchor === null ? splitIncludes(phrase, context.file) : [{ kind: "anchor", anchor }]);
}

function readCode(context: FlowContext, node: Code, place: Place): Result<readonly Flow[]> {
  const collector = createCollector();
  const lang = (node.lang ?? "").toLowerCase();
  const end = node.position?.end.line;
  const last = end === undefined ? undefined : context.lines[end - 1];
  const opening = context.lines[(node.position?.start.line ?? 0) - 1] ?? "";
  const fenced = /^[\s>]*(?:[-*+]\s+|\d+[.)]\s+)*(`{3,}|~{3,})/.test(opening);
  if (fenced && (end === node.position?.start.line || !/(`{3,}|~{3,})\s*$/.test(last ?? ""))) {
    collector.add("fence-unclosed", {}, place);
  }
  const inner = innerFence(opening, node.value);
  if (inner !== -1) collector.add("fence-nested", {}, { ...place, line: place.line + 1 + inner, column: 1 });
  const indent = indentOf(context.lines.slice(node.position?.start.line ?? 0), node.value);
  const block: CodeBlock = { kind: "code", lang, value: node.value, annotation: null, place, indent };
  return collector.wrap([{ kind: "block", block }]);
}

/** Index of the line on which another fence of three marks begins, or -1. */
function innerFence(opening: string, value: string): number {
  if (!/(?<!`)```(?!`)/.test(opening) || !value.includes("```")) return -1;
  return value.split("\n").findIndex((line) => /^```\s*[a-z][\w+#-]*\s*$/i.test(line));
}

/** Number of characters that the container adds to each line, measured on the first line that is not blank. */
function indentOf(lines: readonly string[], value: string): number {
  const inner = value.split("\n");
  const index = inner.findIndex((line) => line.trim() !== "");
  return Math.max(0, (lines[index]?.length ?? 0) - (inner[index]?.length ?? 0));
}

/** Flattens the items of a list to phrases; fences and tables inside it follow the list. */
function readList(context: FlowContext, node: List, place: Place): Result<readonly Flow[]> {
  const rows = readLazyRows(context, node, readAgain);
  if (rows !== null) return rows;
  const collector = createCollector();
  const parts = node.children.map((item) => splitPhrases(collector.pipe(readAll(context, item.children))));
  const items = parts.flatMap(({ phrases }) => phrases);
  return collector.wrap([
    { kind: "block", block: { kind: "list", items, place } },
    ...parts.flatMap(({ rest }) => rest),
  ]);
}

function readQuote(context: FlowContext, node: Blockquote, place: Place): Result<readonly Flow[]> {
  const rows = readLazyRows(context, node, readAgain);
  if (rows !== null) return rows;
  const collector = createCollector();
  const { phrases, rest } = splitPhrases(collector.pipe(readAll(context, node.children)));
  return collector.wrap([{ kind: "block", block: { kind: "alert", ...readAlert(phrases), place } }, ...rest]);
}

/** Separates the prose of a container from its fences, tables and directives. */
function splitPhrases(flows: readonly Flow[]): { readonly phrases: readonly Phrase[]; readonly rest: readonly Flow[] } {
  const phrases: Phrase[] = [];
  const rest: Flow[] = [];
  for (const flow of flows) {
    if (flow.kind === "block" && flow.block.kind === "paragraph") phrases.push(flow.block.phrase);
    else if (flow.kind === "block" && flow.block.kind === "list") phrases.push(...flow.block.items);
    else rest.push(flow);
  }
  return { phrases, rest };
}
