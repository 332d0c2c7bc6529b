import { fenceOf, findLine, rowsOf, sectionOf, type Fence, type Lines } from "./text.ts";

const METHOD = /^(?:GET|POST|PUT|PATCH|DELETE) \S/;
const ANSWER = /^HTTP\/1\.1 \d{3}/;

export const requestsOf = (lines: Lines): Fence | null =>
  fenceOf(lines, METHOD, sectionOf(lines, /^## HTTP request\s*$/i));
export const examplesOf = (lines: Lines) => sectionOf(lines, /^## Examples?\s*$/i);
export const sentOf = (lines: Lines): Fence | null => fenceOf(lines, METHOD, examplesOf(lines));
export const answerOf = (lines: Lines): Fence | null => fenceOf(lines, ANSWER, examplesOf(lines));
export const titleOf = (lines: Lines): number => findLine(lines, /^# /);
export const permissionRow = (lines: Lines): number =>
  rowsOf(lines, /^## Permissions\s*$/, 2).find((row) =>
    /^\|[^|]*\|\s*[A-Z]\w+\.\w+\.All\s*\|/.test(lines[row] ?? ""),
  ) ?? -1;

/** A copy of a page that comes after all others. */
export function copyOf(path: string): string {
  return path.replace(/^(.*\/)?/, "$1zzz-");
}
