import type { Blockquote, List, ListItem, Paragraph, RootContent } from "mdast";
import { readInline } from "./phrasing.ts";
import { lineAt, lineEnd, pointAt, textOf, type Layout } from "./lines.ts";
import { definitionIn, isBlank, itemAt, quotedAt, trimmed } from "./line.ts";
import type { Region } from "./regions.ts";
import { parseBelow, readPhrasing, type PhrasingContext } from "./deferred.ts";
import { readTableRegion } from "./read-table.ts";
import { shifted } from "./point.ts";

/**
 * Reads a region of a page into nodes.
 *
 * @param page the page
 * @param region lines of the block and their kind
 * @param context definitions of the page and deferred phrasing content
 */
export function readRegion(page: Layout, region: Region, context: PhrasingContext): readonly RootContent[] {
  const position = positionOf(page, region);
  switch (region.kind) {
    case "yaml":
      return [{ type: "yaml", value: textOf(page, region.from + 1, region.to - 1), position }];
    case "fence":
      return [{ type: "code", ...fenceInfo(lineAt(page, region.from)), value: fenceValue(page, region), position }];
    case "comment":
      return [{ type: "html", value: textOf(page, region.from, region.to), position }];
    case "rule":
      return [{ type: "thematicBreak", position }];
    case "heading": {
      const { depth, text, start } = headingText(lineAt(page, region.from));
      const children = readPhrasing(context, "phrase", { text, lines: [pointAt(page, region.from, start)] });
      return [{ type: "heading", depth, children, position }];
    }
    case "table":
      return [readTableRegion(page, region, context)];
    case "definition": {
      const { label, url } = definitionIn(lineAt(page, region.from)) ?? { label: "", url: "" };
      return [{ type: "definition", identifier: label.toLowerCase(), label, title: null, url, position }];
    }
    case "paragraph": {
      const lines = linesOf(region).map((line) => pointAt(page, line, 0));
      const text = textOf(page, region.from, region.to);
      return [{ type: "paragraph", children: readPhrasing(context, "paragraph", { text, lines }), position }];
    }
    case "quote":
      return readQuote(page, region, context) ?? readOther(page, region, context);
    case "list":
      return readList(page, region, context) ?? readOther(page, region, context);
    case "other":
      return readOther(page, region, context);
  }
}

function positionOf(page: Layout, { from, to }: Pick<Region, "from" | "to">): Required<Paragraph>["position"] {
  return { start: pointAt(page, from, 0), end: lineEnd(page, to - 1) };
}

function linesOf({ from, to }: Pick<Region, "from" | "to">): readonly number[] {
  return Array.from({ length: to - from }, (_, index) => from + index);
}

/** The last lines of a quote end elsewhere at the end of a text than above another block, such as this heading. */
const CLOSING = "#";

function readOther(page: Layout, { from, to }: Region, { definitions }: PhrasingContext): readonly RootContent[] {
  const by = { line: from, column: 0, offset: page.starts[from] ?? 0 };
  const isClosed = !isBlank(page.lines[to]);
  const nodes = parseBelow(definitions, textOf(page, from, to) + (isClosed ? `\n${CLOSING}` : ""));
  return (isClosed ? nodes.slice(0, -1) : nodes).map((node) => shifted(node, by));
}

function fenceInfo(line: string): { readonly lang: string | null; readonly meta: string | null } {
  const match = /^(?:`+|~+)[ \t]*(\S*)[ \t]*(.*)$/.exec(line);
  const [lang = "", meta = ""] = match?.slice(1) ?? [];
  return { lang: lang === "" ? null : lang, meta: meta === "" ? null : meta };
}

function fenceValue(page: Layout, { from, to }: Region): string {
  return to - from > 2 ? textOf(page, from + 1, to - 1) : "";
}

const DEPTHS = [1, 2, 3, 4, 5, 6] as const;
type Depth = (typeof DEPTHS)[number];

/** Depth, text and start of the text of a heading. */
function headingText(line: string): { readonly depth: Depth; readonly text: string; readonly start: number } {
  const depth = /^#+/.exec(line)?.[0].length ?? 0;
  const { text, before } = trimmed(line.slice(depth));
  return { depth: DEPTHS.find((item) => item === depth) ?? 6, text, start: depth + before };
}

/** Reads a quote of paragraphs; null if one of them needs remark. */
function readQuote(page: Layout, region: Region, context: PhrasingContext): readonly [Blockquote] | null {
  const children: Paragraph[] = [];
  for (let from = region.from; from < region.to; from++) {
    let to = from;
    while (to < region.to && hasWords(lineAt(page, to))) to++;
    if (to === from) continue;
    const paragraph = readIndented(page, { from, to }, context, (line) => quotedAt(line) ?? 0);
    if (paragraph === null) return null;
    children.push(paragraph);
    from = to;
  }
  return [{ type: "blockquote", children, position: positionOf(page, region) }];
}

function hasWords(line: string): boolean {
  return (quotedAt(line) ?? 0) < line.length;
}

/** Reads a list with one line for each item; null if one of them needs remark. */
function readList(page: Layout, region: Region, context: PhrasingContext): readonly [List] | null {
  const items: ListItem[] = [];
  for (const from of linesOf(region)) {
    const lines = { from, to: from + 1 };
    const paragraph = readIndented(page, lines, context, (line) => itemAt(line) ?? 0);
    if (paragraph === null) return null;
    const position = positionOf(page, lines);
    items.push({ type: "listItem", spread: false, checked: null, children: [paragraph], position });
  }
  const position = positionOf(page, region);
  return [{ type: "list", ordered: false, start: null, spread: false, children: items, position }];
}

/** Reads a paragraph whose lines begin with a marker; null if it needs remark. */
function readIndented(
  page: Layout,
  region: Pick<Region, "from" | "to">,
  { definitions }: PhrasingContext,
  indentOf: (line: string) => number,
): Paragraph | null {
  const indents = linesOf(region).map((line) => ({ line, indent: indentOf(lineAt(page, line)) }));
  const text = indents.map(({ line, indent }) => lineAt(page, line).slice(indent)).join("\n");
  const lines = indents.map(({ line, indent }) => pointAt(page, line, indent));
  const children = readInline({ text, lines }, definitions.length > 0);
  const [start = pointAt(page, region.from, 0)] = lines;
  return children === null
    ? null
    : { type: "paragraph", children, position: { start, end: lineEnd(page, region.to - 1) } };
}
