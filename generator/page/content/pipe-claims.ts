import { createCollector, type Diagnostic, type Place, type Result } from "../../diagnostics/diagnostic.ts";
import type { Block, Document } from "../../markdown/model.ts";

/** A line that begins with a pipe, in a quote or a list as well, or ends with one. */
const PIPE = /^[\s>]*\||[^\s|\\`]\|\s*$/;

/**
 * Reports lines of a page that begin with a pipe and became neither a row of a table nor code, such as those in the tab
 * of a language.
 *
 * @param text Markdown of the page
 * @param diagnostics what is reported already
 */
export function reportUnclaimedPipes(
  document: Document,
  text: string,
  diagnostics: readonly Diagnostic[],
): Result<null> {
  const collector = createCollector();
  const claimed = claimedLines(document, diagnostics);
  const lost = new Set(diagnostics.flatMap(({ code, place }) => (code === "table-row-lost" ? [place.line] : [])));
  const lines = withoutComments(text).split("\n");
  // A header that is repeated has no rows of its own.
  const headers = new Set(headerLines(document).map((line) => lines[line - 1]?.trim()));
  // Adjacent lines are reported together.
  let isReported = false;
  for (const [index, line] of lines.entries()) {
    isReported = PIPE.test(line) && (isReported || lost.has(index + 1));
    if (isReported || !PIPE.test(line) || !/[^\s|>:-]/.test(line) || claimed.has(index + 1)) continue;
    if (headers.has(line.trim())) continue;
    collector.add("table-row-lost", {}, { file: document.path, line: index + 1, column: 1 + line.indexOf("|") });
    isReported = true;
  }
  return collector.wrap(null);
}

function headerLines({ path, sections }: Document): readonly number[] {
  return sections.flatMap(({ blocks }) =>
    blocks.flatMap(({ kind, place }) => (kind === "table" && place.file === path ? [place.line] : [])),
  );
}

/** Lines of the page itself that are part of a block or are reported. */
function claimedLines({ path, sections }: Document, diagnostics: readonly Diagnostic[]): ReadonlySet<number> {
  const places = [
    ...diagnostics.map(({ place }) => place),
    ...sections.flatMap(({ blocks }) => blocks.flatMap(placesOf)),
  ];
  return new Set(places.filter(({ file }) => file === path).map(({ line }) => line));
}

function placesOf(block: Block): readonly Place[] {
  const { kind, place } = block;
  if (kind === "table") return [place, ...[...block.header, ...block.rows].map((each) => each.place)];
  if (kind !== "code") return [place];
  return Array.from({ length: block.value.split("\n").length + 2 }, (_, index) => ({
    ...place,
    line: place.line + index,
  }));
}

/** Replaces comments by spaces; the text of a comment is not a part of the page. */
function withoutComments(text: string): string {
  return text.replace(/<!--[\s\S]*?(?:-->|$)/g, (comment) => comment.replace(/[^\n]/g, " "));
}
