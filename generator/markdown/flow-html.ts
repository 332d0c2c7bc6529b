import type { Html } from "mdast";
import { createCollector, type Result } from "../diagnostics/diagnostic.ts";
import { readAnnotations } from "./annotation.ts";
import { parseMarkdown } from "./fast/parse.ts";
import { cutSpaces, placeAt, placeOf, type CutLine, type FlowContext } from "./flow-context.ts";
import type { Flow } from "./flow-model.ts";
import type { ReadAgain } from "./flow-rows.ts";
import { cellMarkdown, endOfHtmlTable, readHtmlTable } from "./html-table.ts";
import { makePhrase, plainPhrase, type Phrase } from "./model.ts";
import { readPhrase } from "./phrase.ts";
import type { Place } from "../diagnostics/diagnostic.ts";

/** Content of an HTML node, and the index of the first line that is not part of it. */
interface HtmlFlow {
  readonly result: Result<readonly Flow[]>;
  readonly to: number;
}

/** Reads HTML flow content: annotations, tables, and visible text as a paragraph; other comments are dropped. */
export function readHtml(context: FlowContext, node: Html, read: ReadAgain): HtmlFlow {
  const to = node.position?.end.line ?? 0;
  if (/<table\b/i.test(node.value)) {
    const table = readTables(context, node, read);
    if (table !== null) return table;
  }
  return { result: readRows(context, node, read) ?? readText(context, node.value, placeOf(context, node)), to };
}

/** Replaces the comments with spaces. */
function blankComments(html: string): string {
  return html.replace(/<!--[\s\S]*?(?:-->|$)/g, (comment) => comment.replace(/[^\n]/g, " "));
}

function readText(context: FlowContext, html: string, place: Place): Result<readonly Flow[]> {
  const collector = createCollector();
  const flows: Flow[] = [];
  if (isCommentOpen(html)) collector.add("comment-unclosed", {}, place);
  for (const annotation of collector.pipe(readAnnotations(html, place))) flows.push({ kind: "annotation", annotation });
  const visible = html.replace(/<!--[\s\S]*?(?:-->|$)/g, "").replace(/<[^>]*>/g, " ");
  if (visible.trim() !== "") {
    const phrase = plainPhrase(visible, place);
    flows.push({ kind: "block", block: { kind: "paragraph", phrase, place } });
  }
  return collector.wrap(flows);
}

/** Whether a comment contains the beginning of another one or the title of the page, or has no end. */
function isCommentOpen(html: string): boolean {
  for (let from = html.indexOf("<!--"); from !== -1;) {
    const end = html.indexOf("-->", from + 4);
    const next = html.indexOf("<!--", from + 4);
    if (end === -1 || (next !== -1 && next < end) || /^# \S/m.test(html.slice(from, end))) return true;
    from = next;
  }
  return false;
}

/** Elements whose content is not Markdown even for an author who leaves out blank lines. */
const RAW = /^\s*<(?:pre|script|style|textarea)\b/i;
/** A row of a table, a heading, a fence, an item of a list, or the directive of an include. */
const MARKDOWN = /^\s*\||^ {0,3}#{1,6}\s+\S|^ {0,3}```|^ {0,3}[-*+]\s+\w|^ {0,3}\[!INCLUDE\b/i;

/**
 * Reads HTML that a row of a table, a heading, a fence, a list or an include follows without a blank line, which Markdown
 * reads as HTML; null if there is no such line.
 */
function readRows(context: FlowContext, node: Html, read: ReadAgain): Result<readonly Flow[]> | null {
  if (!/[|#[`]|^ {0,3}[-*+]\s/m.test(node.value) || RAW.test(node.value)) return null;
  const lines = blankComments(node.value).split("\n");
  const at = lines.findIndex((line, index) => MARKDOWN.test(line) && (index > 0 || line.trimStart().startsWith("|")));
  if (at === -1) return null;
  const collector = createCollector();
  const from = (node.position?.start.line ?? 1) - 1;
  const above = node.value.split("\n").slice(0, at);
  const before = node.value.split("\n")[at]?.slice(0, lines[at]?.search(/\S/)) ?? "";
  const flows = collector.pipe(readText(context, [...above, before].join("\n"), placeOf(context, node)));
  const rows = node.value
    .split("\n")
    .slice(at)
    .map((line, index) => cutSpaces(line, index === 0 ? before.length : 0));
  return collector.wrap([...flows, ...collector.pipe(read(context, rows, from + at))]);
}

/** Reads the table in an HTML node, which may continue in the nodes after it. */
function readTables(context: FlowContext, node: Html, read: ReadAgain): HtmlFlow | null {
  const from = (node.position?.start.line ?? 1) - 1;
  const text = blankComments(context.lines.slice(from).join("\n"));
  const start = text.search(/<table\b/i);
  if (start === -1 || start > node.value.length) return null;
  const end = endOfHtmlTable(text.slice(start)) ?? Math.max(0, text.slice(start).search(/\n#|$/));
  const offsets = lineStarts(text);
  const lineOf = (offset: number) => offsets.findLastIndex((each) => each <= offset);
  const collector = createCollector();
  const block = collector.pipe(
    readHtmlTable({
      text: text.slice(start, start + end),
      placeAt: (offset) => {
        const line = lineOf(start + offset);
        return placeAt(context, from + line, start + offset - (offsets[line] ?? 0));
      },
      readCell: (html, place) => readCell(context, html, place),
    }),
  );
  const to = from + lineOf(start + end) + 1;
  const last = node.position?.end.line ?? 0;
  const rest = context.lines.slice(to, last).map((line): CutLine => ({ text: line, shift: 0 }));
  const flows: Flow[] = block.header.length === 0 ? [] : [{ kind: "block", block }];
  const after = rest.length === 0 ? [] : collector.pipe(read(context, rest, to));
  return { result: collector.wrap([...flows, ...after]), to: Math.max(to, last) };
}

function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
}

/** Reads a cell as one line of Markdown; a number sign at its end would close the heading as which it is parsed. */
function readCell(context: FlowContext, html: string, place: Place): Phrase {
  const markdown = cellMarkdown(html);
  const [heading] = parseMarkdown(`# ${markdown}${markdown.endsWith("#") ? "\u200B" : ""}`).children;
  return heading?.type === "heading" ? readPhrase(heading.children, context.definitions, place) : makePhrase([], place);
}
