import type { Blockquote, Code, Definition, Heading, List, Paragraph, Root, RootContent } from "mdast";
import { createCollector, type Place, type Result } from "../diagnostics/diagnostic.ts";
import { readAlert } from "./alert.ts";
import { readAnnotations } from "./annotation.ts";
import { repairTable } from "./broken-table.ts";
import type { Flow } from "./flow-model.ts";
import { splitIncludes } from "./include-directive.ts";
import { type CodeBlock, type Phrase, makePhrase } from "./model.ts";
import { readPhrase, type Definitions } from "./phrase.ts";
import { parseMarkdown } from "./fast/parse.ts";
import { readTable } from "./table.ts";

interface FlowContext {
  readonly file: string;
  readonly lines: readonly string[];
  /** Offset added to every line number; nonzero for a part that was parsed again. */
  readonly lineOffset: number;
  readonly definitions: Definitions;
}

/** Any node; GFM autolink literals have no position. */
interface Positioned {
  readonly position?: { readonly start: { readonly line: number; readonly column: number } } | undefined;
}

/**
 * Parses a text into flow content.
 *
 * @param file path for places
 * @param text Markdown; `\n` line ends
 */
export function readFlow(file: string, text: string): Result<readonly Flow[]> {
  return readText(file, text, 0, new Map());
}

function readText(file: string, text: string, lineOffset: number, outer: Definitions): Result<readonly Flow[]> {
  const root = parseMarkdown(text);
  const definitions = new Map([...outer, ...collectDefinitions(root)]);
  return readAll({ file, lines: text.split("\n"), lineOffset, definitions }, root.children);
}

function collectDefinitions(root: Root): readonly (readonly [string, string])[] {
  const isDefinition = (node: RootContent): node is Definition => node.type === "definition";
  return root.children.filter(isDefinition).map((node) => [node.identifier.toLowerCase(), node.url]);
}

function readAll(context: FlowContext, nodes: readonly RootContent[]): Result<readonly Flow[]> {
  const collector = createCollector();
  return collector.wrap(nodes.flatMap((node) => collector.pipe(readNode(context, node))));
}

function readNode(context: FlowContext, node: RootContent): Result<readonly Flow[]> {
  const place = placeOf(context, node);
  switch (node.type) {
    case "heading":
      return [[readHeading(context, node, place)], []];
    case "paragraph":
      return readParagraph(context, node, place);
    case "table": {
      const [block, diagnostics] = readTable(node, {
        definitions: context.definitions,
        place,
        placeOf: (inner, fallback) => placeOf(context, inner, fallback),
        line: (number) => context.lines[number - context.lineOffset - 1] ?? "",
      });
      return [[{ kind: "block", block }], diagnostics];
    }
    case "code":
      return readCode(context, node, place);
    case "list":
      return readList(context, node, place);
    case "blockquote":
      return readQuote(context, node, place);
    case "html":
      return readHtml(node.value, place);
    case "thematicBreak":
      return [[{ kind: "rule" }], []];
    case "yaml":
      return [[{ kind: "yaml", value: node.value, place }], []];
    default:
      return [[], []];
  }
}

function placeOf(context: FlowContext, node: Positioned, fallback?: Place): Place {
  const start = node.position?.start;
  if (start === undefined) return fallback ?? { file: context.file, line: context.lineOffset + 1, column: 1 };
  return { file: context.file, line: start.line + context.lineOffset, column: start.column };
}

/** `# [HTTP](#tab/http)` is a tab, not a heading. */
function readHeading(context: FlowContext, node: Heading, place: Place): Flow {
  const heading = readPhrase(node.children, context.definitions, place);
  const [first] = heading.tokens;
  const tab =
    heading.tokens.length === 1 && first?.kind === "link" ? /^#tab\/([^/?]+)/.exec(first.href)?.[1] : undefined;
  return tab === undefined
    ? { kind: "heading", heading, depth: node.depth, place }
    : { kind: "tab", id: tab.toLowerCase() };
}

function readParagraph(context: FlowContext, node: Paragraph, place: Place): Result<readonly Flow[]> {
  const raw = sourceLines(context, node);
  const repaired = raw === null ? null : repairTable(raw);
  if (repaired !== null) {
    const collector = createCollector();
    const line = place.line + repaired.row;
    collector.add("table-delimiter-row", {}, { ...place, line, column: 1 });
    return collector.wrap(
      collector.pipe(readText(context.file, repaired.lines.join("\n"), place.line - 1, context.definitions)),
    );
  }
  const phrase = readPhrase(node.children, context.definitions, place);
  return [splitIncludes(phrase, context.file), []];
}

/** Source lines of a paragraph that may be a malformed table; null for any other paragraph. */
function sourceLines(context: FlowContext, node: Paragraph): readonly string[] | null {
  const { position } = node;
  if (position === undefined || position.end.line === position.start.line) return null;
  const lines = context.lines.slice(position.start.line - 1, position.end.line);
  return lines.some((line) => line.trimStart().startsWith("|")) ? lines : null;
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
  const indent = indentOf(context.lines.slice(node.position?.start.line ?? 0), node.value);
  const block: CodeBlock = { kind: "code", lang, value: node.value, annotation: null, place, indent };
  return collector.wrap([{ kind: "block", block }]);
}

/** Number of characters that the container adds to each line, measured on the first line that is not blank. */
function indentOf(lines: readonly string[], value: string): number {
  const inner = value.split("\n");
  const index = inner.findIndex((line) => line.trim() !== "");
  return Math.max(0, (lines[index]?.length ?? 0) - (inner[index]?.length ?? 0));
}

/** Flattens the items of a list to phrases; fences and tables inside it follow the list. */
function readList(context: FlowContext, node: List, place: Place): Result<readonly Flow[]> {
  const collector = createCollector();
  const parts = node.children.map((item) => splitPhrases(collector.pipe(readAll(context, item.children))));
  const items = parts.flatMap(({ phrases }) => phrases);
  return collector.wrap([
    { kind: "block", block: { kind: "list", items, place } },
    ...parts.flatMap(({ rest }) => rest),
  ]);
}

function readQuote(context: FlowContext, node: Blockquote, place: Place): Result<readonly Flow[]> {
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

/** Reads HTML flow content: annotations, and visible text as a paragraph; other comments are dropped. */
function readHtml(html: string, place: Place): Result<readonly Flow[]> {
  const collector = createCollector();
  const flows: Flow[] = [];
  for (const annotation of collector.pipe(readAnnotations(html, place))) flows.push({ kind: "annotation", annotation });
  const visible = html.replace(/<!--[\s\S]*?(?:-->|$)/g, "").replace(/<[^>]*>/g, " ");
  if (visible.trim() !== "") {
    const phrase = makePhrase([{ kind: "text", text: visible, style: "plain" }], place);
    flows.push({ kind: "block", block: { kind: "paragraph", phrase, place } });
  }
  return collector.wrap(flows);
}
