import type { Place } from "../../diagnostics/diagnostic.ts";

/** A link as written on a page. */
export interface WrittenLink {
  /** Target without anchor and query, as written; "" for a link within the page. */
  readonly target: string;
  /** Anchor without `#`, or null. */
  readonly anchor: string | null;
  /** Place of the first character of the target. */
  readonly place: Place;
}

/** `](href "title")`, or `[name]: href` at the start of a line; images are matched to be skipped. */
const LINK =
  /(!?)\[(?:[^[\]]|\[[^[\]]*\])*\]\(\s*<?([^()\s<>]*(?:\([^()\s<>]*\)[^()\s<>]*)*)|^( {0,3}\[[^\]]+\]:\s*<?)([^\s<>]+)/g;
/** Longer lines are not searched. */
const LONGEST_LINE = 20_000;

/**
 * Lists the links of a page to pages and anchors, except those with a scheme or relative to the root of the site.
 *
 * @param file path of the page
 * @param prose its lines without code and comments
 */
export function writtenLinks(file: string, prose: readonly string[]): readonly WrittenLink[] {
  return prose.flatMap((line, index) =>
    // `include-missing` covers includes.
    line.length > LONGEST_LINE || /\[!INCLUDE\b/i.test(line) ? [] : linksOf(line, file, index + 1),
  );
}

function linksOf(line: string, file: string, number: number): readonly WrittenLink[] {
  return [...line.matchAll(LINK)].flatMap((match) => {
    const href = match[2] ?? match[4] ?? "";
    const start = match.index + (match[4] === undefined ? match[0].length - href.length : (match[3]?.length ?? 0));
    if (match[1] === "!" || /^(?:[a-z][a-z\d+.-]*:|\/|~|#tab\/|#?$)/i.test(href)) return [];
    const [path = "", anchor] = href.split("#");
    const target = path.replace(/\?.*$/, "");
    return [{ target, anchor: anchor ?? null, place: { file, line: number, column: start + 1 } }];
  });
}
