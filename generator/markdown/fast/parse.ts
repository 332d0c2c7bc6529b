import type { Root } from "mdast";
import { endOf, lineAt, layOut } from "./lines.ts";
import { hidesDefinition, outline } from "./regions.ts";
import { parsePending, type Pending } from "./deferred.ts";
import { readRegion } from "./read-region.ts";
import { parsePage } from "./remark.ts";

/** Line ends of other kinds, and what the parser drops or replaces. */
const ODD = /[\r\0\uFEFF]/;

/**
 * Parses Markdown with GFM and YAML front matter into mdast; never fails. The tree is the one that remark makes, at a
 * fraction of the cost: blocks and phrases that are plain to see are not taken apart letter by letter, and phrases
 * that are not, but came up before, are not parsed again.
 */
export function parseMarkdown(text: string): Root {
  return (ODD.test(text) ? null : readText(text)) ?? parsePage(text);
}

/** Reads a text region by region; null where they depend on each other. */
function readText(text: string): Root | null {
  const page = layOut(text);
  const regions = outline(page.lines);
  if (regions === null || regions.some((region) => hidesDefinition(page.lines, region))) return null;
  const definitions = regions.filter(({ kind }) => kind === "definition").map(({ from }) => lineAt(page, from));
  const pending: Pending[] = [];
  const children = regions.flatMap((region) => readRegion(page, region, { definitions, pending }));
  if (!parsePending(pending, definitions)) return null;
  return { type: "root", children, position: { start: { line: 1, column: 1, offset: 0 }, end: endOf(page) } };
}
