import { createCollector, type Collector } from "../../diagnostics/diagnostic.ts";
import type { CodeBlock, Document } from "../../markdown/model.ts";
import { isOperationPage } from "../content/page-kind.ts";
import { allSectionsOf, codeBlocks, sectionsAfter } from "../content/sections.ts";
import type { RequestFacts } from "../model.ts";
import { readRequestLine, splitRequestLine } from "./request-line.ts";

/** A line that is meant as a request: it begins with a method, or is a URL without one. */
const INTENDED =
  /^\s*(?:(?:GET|POST|PUT|PATCH|DELETE)\b|https?:\/\/|\/[\w{]|(?:\/\/|#)\s*(?:GET|POST|PUT|PATCH|DELETE)\s+(?:https?:|\/))/i;
/** The last line of a JSON body. */
const ENDS_BODY = /^[}\]]|^[{[].*[}\]]\s*$/;
const COLON = /^(\s*(?:GET|POST|PUT|PATCH|DELETE)\s*):/i;

/**
 * Finds the fences that list the URLs of an operation: those below an HTTP request heading at any depth, or below other
 * headings that follow it; on a page without one, the fences whose URL has no host.
 */
export function findHttpBlocks(document: Document): readonly CodeBlock[] {
  const stated = allSectionsOf(document, "httpRequest").flatMap((section) => {
    const own = codeBlocks(section).filter(isIntended);
    const following = sectionsAfter(document, section).flatMap(codeBlocks).filter(isTemplate);
    return own.length === 0 ? following : [...own, ...following.filter(isList)];
  });
  if (stated.length > 0) return stated;
  return isOperationPage(document) ? document.sections.flatMap(codeBlocks).filter(isTemplate) : [];
}

/**
 * Reports the requests in lists above the first HTTP request heading that are not among those of the page's operations.
 * They may return something else, so they are not read as further URLs.
 *
 * @param requests requests of all operations of the page
 */
export function reportStrayRequests(document: Document, requests: readonly RequestFacts[], collector: Collector): void {
  const [section] = allSectionsOf(document, "httpRequest");
  if (section === undefined || requests.length === 0) return;
  const above = document.sections.slice(0, document.sections.indexOf(section)).flatMap(codeBlocks);
  const read = new Set(requests.map(signature));
  for (const block of above.filter((each) => isTemplate(each) && isList(each))) {
    for (const request of readHttpBlock(block, new Set(), createCollector())) {
      if (read.has(signature(request))) continue;
      read.add(signature(request));
      const { method, path, source } = request;
      collector.add("request-outside-section", { request: `${method} ${path}` }, source);
    }
  }
}

/** Method and path of a request, whatever the names of its placeholders. */
function signature({ method, path }: RequestFacts): string {
  return `${method} ${path.replace(/\{[^{}]*\}/g, "{}").toLowerCase()}`;
}

/** Whether a fence contains a URL without a host. */
function isTemplate(block: CodeBlock): boolean {
  return block.value
    .split("\n")
    .some((line) => splitRequestLine(line).some(({ url }) => /^\/?[\w{]/.test(url) && !/^https?:/i.test(url)));
}

/** A line between requests: empty, the word "or", or a comment. */
const BETWEEN = /^\s*(?:or\s*|<!--.*)?$/i;

/** A line that is no part of a message: a rule, a heading, a quote or an element. It is reported when the list is read. */
const STRAY = /^\s*(?:-{3,}|#{1,6}\s.*|>.*|\[\^.*|<\/?[a-z]+>)\s*$/i;

/** Whether a fence consists of request lines, unlike an example with headers and a body. */
function isList(block: CodeBlock): boolean {
  const isPart = (line: string) => BETWEEN.test(line) || STRAY.test(line) || splitRequestLine(line).length > 0;
  return block.value.split("\n").every(isPart);
}

function isIntended(block: CodeBlock): boolean {
  return block.value.split("\n").some((line) => INTENDED.test(line));
}

/** Reads the request lines of an HTTP block; reports any other line that is not part of a message. */
export function readHttpBlock(
  block: CodeBlock,
  argumentNames: ReadonlySet<string>,
  collector: Collector,
): readonly RequestFacts[] {
  const requests: RequestFacts[] = [];
  let isBody = false;
  for (const { text, index } of joinWrapped(block.value.split("\n"))) {
    const place = { ...block.place, line: block.place.line + 1 + index, column: block.indent + 1 };
    const found = collector.pipe(readRequestLine(text, place, argumentNames));
    requests.push(...found);
    isBody = found.length === 0 && !ENDS_BODY.test(text) && (isBody || /^\s*(?:[{[]|[\w-]+\s*:\s)/.test(text));
    if (found.length === 0 && (INTENDED.test(text) || !(isBody || isPartOfMessage(text)))) {
      const colon = COLON.exec(text)?.[1]?.length;
      const column = place.column + (colon ?? text.length - text.trimStart().length);
      const line = `line "${text.trim()}"`;
      const params = { found: colon === undefined ? line : `":" in the ${line}` };
      collector.add("request-line-unreadable", params, { ...place, column });
    }
  }
  return requests;
}

/** Joins a request line and the lines that continue its query. */
function joinWrapped(lines: readonly string[]): readonly { readonly text: string; readonly index: number }[] {
  const joined: { text: string; readonly index: number }[] = [];
  for (const [index, text] of lines.entries()) {
    const last = joined.at(-1);
    if (/^\s*[?&]/.test(text) && last !== undefined && INTENDED.test(last.text))
      last.text = last.text.trimEnd() + text.trim();
    else joined.push({ text, index });
  }
  return joined;
}

/** Some blocks also contain headers, JSON, comments and the word "or" between two requests. */
function isPartOfMessage(line: string): boolean {
  return /^\s*(?:or\s*)?$|^\s*[\w-]+\s*:|^\s*[{}[\]"]|^\s*<!--|^\s*-->|^\s*\/\//i.test(line);
}

/** Drops repeated requests. */
export function uniqueRequests(requests: readonly RequestFacts[]): readonly RequestFacts[] {
  const key = (request: RequestFacts) => `${request.method} ${request.path}?${request.queryText ?? ""}`;
  const seen = new Set<string>();
  return requests.filter((request) => !seen.has(key(request)) && seen.add(key(request)));
}
