import { createCollector, type Diagnostic, type Result } from "../../diagnostics/diagnostic.ts";
import type { CodeBlock, Document, Section } from "../../markdown/model.ts";
import { columnKind, sectionKind } from "./vocabulary.ts";

/** Codes that report a fence whose content is not only code. */
const FENCES: readonly Diagnostic["code"][] = ["fence-unclosed", "fence-nested"];
/** Longer lines are neither headings nor headers. */
const LONGEST = 2000;

/**
 * Reports code that contains headings, tables or notes of the page, because a fence above it is not closed or not opened.
 *
 * @param diagnostics what is reported already
 */
export function reportContentInCode(document: Document, diagnostics: readonly Diagnostic[]): Result<null> {
  const collector = createCollector();
  const reported = diagnostics.filter(({ code }) => FENCES.includes(code)).map(({ place }) => place);
  for (const section of document.sections) {
    for (const block of section.blocks) {
      if (block.kind !== "code" || (/^(?:md|markdown)$/.test(block.lang) && !isOfFacts(section))) continue;
      const { place, value } = block;
      const lines = value.split("\n");
      const isWithin = (line: number) => line >= place.line && line <= place.line + lines.length + 1;
      if (reported.some(({ file, line }) => file === place.file && isWithin(line))) continue;
      const found = firstContent(lines) ?? (continuesTable(block, section) ? { index: 0, found: "table row" } : null);
      if (found === null) continue;
      const at = { file: place.file, line: place.line + 1 + found.index, column: 1 + block.indent };
      collector.add("fence-content", { found: found.found }, at);
    }
  }
  return collector.wrap(null);
}

/** Whether facts belong below a heading, so that Markdown in a fence below it is no example of Markdown. */
function isOfFacts({ heading }: Section): boolean {
  const kind = sectionKind(heading.text);
  return kind !== null && kind !== "examples" && kind !== "response";
}

/** The first line that is a heading of the dialect, the header of a table, or the beginning of a note. */
function firstContent(lines: readonly string[]): { readonly index: number; readonly found: string } | null {
  for (const [index, line] of lines.entries()) {
    if (line.length > LONGEST) continue;
    const heading = /^ {0,3}#{2,6}[ \t]+(\S.*)$/.exec(line)?.[1];
    if (heading !== undefined && sectionKind(heading) !== null) return { index, found: "heading" };
    if (isHeader(line)) return { index, found: "table" };
    if (/^> \[!\w+\]/.test(line)) return { index, found: "note" };
  }
  return null;
}

function isHeader(line: string): boolean {
  if (!line.trimStart().startsWith("|")) return false;
  const kinds = line.split("|").map((title) => columnKind(title.trim()));
  return kinds.includes("permissionType") || kinds.filter((kind) => kind !== null).length > 1;
}

/** Whether the first line of code is a row, and the fence is between it and the rows above. */
function continuesTable({ place, value }: CodeBlock, { blocks }: Section): boolean {
  if (!/^\s*\|.*\|/.test(value)) return false;
  return blocks.some((block) => {
    if (block.kind !== "table") return false;
    const lines = [block, ...block.rows].flatMap((each) => (each.place.file === place.file ? [each.place.line] : []));
    const isBelowHeader = block.rows.every((row) => row.place.line > place.line) && lines.includes(place.line - 2);
    return lines.includes(place.line - 1) || isBelowHeader;
  });
}
