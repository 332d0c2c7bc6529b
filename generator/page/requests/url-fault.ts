/** Text of a URL that makes it impossible to call, and its offset in the URL. */
export interface UrlFault {
  readonly offset: number;
  /** The fault in words, e.g. `unclosed "{"`. */
  readonly found: string;
}

/** State of a scan; offsets are those of the opening characters. */
interface Scan {
  readonly url: string;
  brace: number | null;
  angle: number | null;
  quote: number | null;
  readonly parens: number[];
  query: boolean;
}

const METHODS = "(?:GET|POST|PUT|PATCH|DELETE)";
const HOST = /^https?:\/\/[^/\\\s]+/i;
/** Names and prose do not follow a URL on its line; another request or URL is the most common text that does. */
const NEXT_URL = new RegExp(`^\\s+(?:${METHODS}\\s+|https?://|/(?=[\\w{<]))`, "i");
/** Only the beginning of the text that follows is examined. */
const LONGEST_NEXT = 40;
/** `{id} | name`: the second name of a placeholder outside its braces. */
const SECOND_NAME = /^\s*\|\s*[\w-]+(?=\/|\s*$|\?)/;
/** Characters of a path (RFC 3986) that these docs use, and the backslash of Windows authors. */
const PATH_CHARACTER = /[\w\-.~!$&'()+,;=:@/%\\]/;
const QUERY_FAULT = /[[\]|#^`\\]|[\u0080-\u2025\u2027-\uffff]/;

/**
 * Finds the first character that no URL of a request has: an unbalanced bracket or quote, white space, a second URL, a
 * character that a path cannot contain, or a query option without a value.
 *
 * @param url the documented URL, with or without a host
 */
export function findUrlFault(url: string): UrlFault | null {
  const scan: Scan = { url, brace: null, angle: null, quote: null, parens: [], query: false };
  for (let offset = HOST.exec(url)?.[0].length ?? 0; offset < url.length; offset++) {
    const second = url[offset - 1] === "}" && scan.brace === null ? SECOND_NAME.exec(url.slice(offset)) : null;
    if (second !== null) offset += second[0].length;
    if (offset >= url.length) break;
    const fault = nestedFault(scan, offset) ?? outerFault(scan, offset);
    if (fault !== null) return fault;
    advance(scan, offset);
  }
  return unclosed(scan) ?? queryFault(url);
}

/** Whether the character stands in a placeholder or a quoted text, where almost any is allowed. */
function isInside({ brace, angle, quote }: Scan): boolean {
  return brace !== null || angle !== null || quote !== null;
}

function nestedFault(scan: Scan, offset: number): UrlFault | null {
  const char = scan.url[offset];
  if (char === "{" && scan.brace !== null) return { offset: scan.brace, found: 'unclosed "{"' };
  if (char === "}" && scan.brace === null) return { offset, found: '"}" without "{"' };
  if (isInside(scan)) return null;
  if (char === ">") return { offset, found: '">" without "<"' };
  if (char === ")" && scan.parens.length === 0) return { offset, found: '")" without "("' };
  return null;
}

function outerFault(scan: Scan, offset: number): UrlFault | null {
  if (isInside(scan)) return null;
  const { url } = scan;
  const char = url[offset] ?? "";
  if (NEXT_URL.test(url.slice(offset, offset + LONGEST_NEXT)))
    return { offset: skipSpace(url, offset), found: "second URL" };
  if (scan.query) return queryCharacterFault(scan, offset, char);
  if (/[{}<>?]/.test(char)) return null;
  if (/\s/.test(char)) return scan.parens.length > 0 ? null : { offset, found: "white space" };
  const isKnown = PATH_CHARACTER.test(char) && !/^%(?![\dA-Fa-f]{2})/.test(url.slice(offset, offset + 3));
  return isKnown ? misplaced(scan, offset, char) : { offset, found: quoted(url, offset) };
}

function queryCharacterFault({ url, parens }: Scan, offset: number, char: string): UrlFault | null {
  if (char === "?" && parens.length === 0) return { offset, found: 'second "?"' };
  return QUERY_FAULT.test(char) ? { offset, found: quoted(url, offset) } : null;
}

/** Characters that only some positions of a path can have, with the text around them that makes them wrong. */
const MISPLACED: readonly (readonly [char: RegExp, around: RegExp, isOuter: boolean])[] = [
  [/\$/, /^[^/(,]|^.$|.[^A-Za-z]$/, false],
  [/[,;]/, /^.[\s/?]?$/, true],
  [/&/, /^/, true],
  [/\./, /^[^.]$/, true],
  [/\//, /^\//, false],
];

function misplaced({ url, parens }: Scan, offset: number, char: string): UrlFault | null {
  const around = (url[offset - 1] ?? " ") + (url[offset + 1] ?? "");
  const isWrong = MISPLACED.some(
    ([one, wrong, isOuter]) => one.test(char) && wrong.test(around) && !(isOuter && parens.length > 0),
  );
  if (isWrong && offset > 0) return { offset, found: quoted(url, offset) };
  const open = parens.at(-1);
  return char === "/" && open !== undefined ? { offset: open, found: 'unclosed "("' } : null;
}

function advance(scan: Scan, offset: number): void {
  const char = scan.url[offset];
  if (char === "}") scan.brace = null;
  else if (char === "{") scan.brace = offset;
  else if (scan.brace !== null) return;
  else if (char === "'") scan.quote = scan.quote === null ? offset : null;
  else if (char === ">") scan.angle = null;
  else if (char === "<" && scan.angle === null) scan.angle = offset;
  else if (isInside(scan)) return;
  else if (char === "(") scan.parens.push(offset);
  else if (char === ")") scan.parens.pop();
  else if (char === "?" && scan.parens.length === 0) scan.query = true;
}

function unclosed({ brace, angle, quote, parens }: Scan): UrlFault | null {
  if (brace !== null) return { offset: brace, found: 'unclosed "{"' };
  if (angle !== null) return { offset: angle, found: 'unclosed "<"' };
  if (quote !== null) return { offset: quote, found: `unclosed "'"` };
  const [open] = parens;
  return open === undefined ? null : { offset: open, found: 'unclosed "("' };
}

/** Each option of a query has a name and a value; a placeholder may stand for whole options. */
function queryFault(url: string): UrlFault | null {
  const masked = maskNested(url);
  const question = masked.indexOf("?");
  if (question === -1) return null;
  let offset = question + 1;
  for (const piece of masked.slice(offset).split("&")) {
    const isOption = /^\s*(?:[$@]?[\w.%-]+\s*=|[_.…]*\s*$)/.test(piece);
    if (!isOption) return { offset, found: `query option "${url.slice(offset, offset + piece.length).trim()}"` };
    offset += piece.length + 1;
  }
  return null;
}

/** Replaces placeholders, quoted texts and parentheses by `_` of the same length. */
function maskNested(url: string): string {
  const fill = (text: string) => "_".repeat(text.length);
  const flat = url.replace(/\{[^{}]*\}|<[^<>]*>/g, fill).replace(/'[^']*'/g, fill);
  const [path = ""] = flat.split("?", 1);
  return (
    path +
    flat
      .slice(path.length)
      .replace(/\([^()]*\)/g, fill)
      .replace(/\([^()]*\)/g, fill)
  );
}

function skipSpace(url: string, offset: number): number {
  const rest = url.slice(offset);
  return offset + rest.length - rest.trimStart().length;
}

function quoted(url: string, offset: number): string {
  return `"${String.fromCodePoint(url.codePointAt(offset) ?? 0)}"`;
}
