import type { Root } from "mdast";
import { endOf, lineAt, layOut } from "./lines.ts";
import { hidesDefinition, findRegions } from "./regions.ts";
import { parsePending, type Pending } from "./deferred.ts";
import { readRegion } from "./read-region.ts";
import { parsePage } from "./remark.ts";

/** Other line endings, and characters that remark drops or replaces. */
const ODD = /[\r\0\uFEFF]/;

/**
 * Entry point of this folder: takes Markdown with GFM and YAML front matter and returns mdast. The tree equals the one
 * that remark returns, at about a third of the cost: common blocks and phrasing content are recognized by patterns, and
 * only the remaining parts go through remark. Never fails.
 *
 * @param text Markdown of a page or an include
 */
export function parseMarkdown(text: string): Root {
  return (ODD.test(text) ? null : readText(text)) ?? parsePage(text);
}

/** Reads a text region by region; null if the regions depend on each other. */
function readText(text: string): Root | null {
  const page = layOut(text);
  const regions = findRegions(page.lines);
  if (regions === null || regions.some((region) => hidesDefinition(page.lines, region))) return null;
  const definitions = regions.filter(({ kind }) => kind === "definition").map(({ from }) => lineAt(page, from));
  const pending: Pending[] = [];
  const children = regions.flatMap((region) => readRegion(page, region, { definitions, pending }));
  if (!parsePending(pending, definitions)) return null;
  return { type: "root", children, position: { start: { line: 1, column: 1, offset: 0 }, end: endOf(page) } };
}
