import type { Collector } from "../../diagnostics/diagnostic.ts";
import type { CodeBlock, Document } from "../../markdown/model.ts";
import { allSectionsOf, codeBlocks } from "../content/sections.ts";
import type { RequestFacts } from "../model.ts";
import { readRequestLine, splitRequestLine } from "./request-line.ts";

/**
 * Finds the fences that list the URLs of an operation: those below an HTTP request heading at any depth; on a page
 * without one, the fences whose URL has no host.
 */
export function findHttpBlocks(document: Document): readonly CodeBlock[] {
  const stated = allSectionsOf(document, "httpRequest").flatMap(codeBlocks).filter(hasRequestLine);
  if (stated.length > 0) return stated;
  const isTemplate = (block: CodeBlock) =>
    block.value.split("\n").some((line) => {
      const split = splitRequestLine(line);
      return split !== null && /^\/?[\w{]/.test(split.url) && !/^https?:/i.test(split.url);
    });
  const isOperation = /(?:^|\/)api\//.test(document.path);
  return isOperation ? document.sections.flatMap(codeBlocks).filter(isTemplate) : [];
}

function hasRequestLine(block: CodeBlock): boolean {
  return block.value.split("\n").some((line) => splitRequestLine(line) !== null);
}

/** Reads the request lines of an HTTP block; reports any other line that is not part of a message. */
export function readHttpBlock(
  block: CodeBlock,
  argumentNames: ReadonlySet<string>,
  collector: Collector,
): readonly RequestFacts[] {
  const requests: RequestFacts[] = [];
  for (const [index, line] of block.value.split("\n").entries()) {
    const place = { ...block.place, line: block.place.line + 1 + index };
    const request = collector.pipe(readRequestLine(line, place, argumentNames));
    if (request !== null) requests.push(request);
    else if (!isPartOfMessage(line)) collector.add("request-line-unreadable", { text: line.trim() }, place);
  }
  return requests;
}

/** Some blocks also contain headers, JSON and comments. */
function isPartOfMessage(line: string): boolean {
  return /^\s*$|^\s*[\w-]+\s*:|^\s*[{}[\]"]|^\s*<!--|^\s*-->|^\s*\/\//.test(line);
}

/** Drops repeated requests. */
export function uniqueRequests(requests: readonly RequestFacts[]): readonly RequestFacts[] {
  const key = (request: RequestFacts) => `${request.method} ${request.path}?${request.queryText ?? ""}`;
  const seen = new Set<string>();
  return requests.filter((request) => !seen.has(key(request)) && seen.add(key(request)));
}
