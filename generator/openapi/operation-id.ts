import { sha256 } from "../util/hash.ts";

/** One URL of an operation, which needs its own name. */
export interface OperationUrl {
  readonly method: string;
  readonly path: string;
}

/**
 * Names the URLs of an operation: the first has the operation's name, the others add the words in which they differ.
 *
 * @param name unique name of the operation
 * @param urls its URLs in the order of the page, without duplicates
 * @returns a unique name for each URL, which does not depend on other operations
 */
export function operationIds(name: string, urls: readonly OperationUrl[]): readonly string[] {
  const [first] = urls;
  if (first === undefined) return [];
  const candidates = [
    urls.map((url) => wordsOf(difference(first.path, url.path).replace(PLACEHOLDER, ""))),
    urls.map((url) => wordsOf(difference(first.path, url.path))),
    urls.map((url) => wordsOf(url.path)),
    urls.map((url) => `${wordsOf(url.path)}_${url.method.toLowerCase()}`),
  ];
  return urls.map((url, index) => {
    if (index === 0) return name;
    const words = candidates
      .map((list) => list[index] ?? "")
      .find((item) => item !== "" && isOwn(item, index, candidates));
    return `${name}_${words ?? sha256(`${url.method} ${url.path}`).slice(0, 8)}`;
  });
}

const PLACEHOLDER = /\{[^{}]*\}/g;

/** Whether no other URL has these words as a candidate. */
function isOwn(words: string, index: number, candidates: readonly (readonly string[])[]): boolean {
  return candidates.every((list) => list.every((item, other) => other === index || item !== words));
}

/** Segments of a path without the leading and trailing segments that it shares with another. */
function difference(from: string, path: string): string {
  const a = from.split("/");
  const b = path.split("/");
  const most = Math.min(a.length, b.length);
  let start = 0;
  while (start < most && a[start] === b[start]) start++;
  let end = 0;
  while (end < most - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  return b.slice(start, b.length - end).join("/");
}

/** Words of a path in camel case, including those of placeholders. */
function wordsOf(path: string): string {
  const [first = "", ...rest] = path.split(/\W+/).filter((word) => word !== "");
  return first + rest.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("");
}
