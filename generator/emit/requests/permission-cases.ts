import type { RoutePlan } from "../plan/routes.ts";
import { singular } from "../../util/singular.ts";

/**
 * Determines which URLs each case of a permission table can apply to, by the words that both have: the case "Permissions
 * for chat" applies to `/chats/{chatId}/messages`.
 *
 * @param cases names of the cases on the page
 * @param routes URLs of the operation
 * @returns the routes of each case, or null if the names do not distinguish the URLs. A case whose name fits
 *   no URL applies to all of them, and so do all cases to a URL that no name fits: no case is excluded by a guess.
 */
export function routesOfCases<T extends Pick<RoutePlan, "path">>(
  cases: readonly string[],
  routes: readonly T[],
): readonly (readonly T[])[] | null {
  const segments = routes.map(({ path }) => new Set(segmentNames(path)));
  const words = cases.map((name) => {
    const known = nameWords(name).filter((word) => segments.some((names) => names.has(word)));
    return new Set(known);
  });
  const fitting = segments.map((names) => fittingCases(words, names));
  if (fitting.every((fits) => fits.length === cases.length)) return null;
  return cases.map((_, index) => routes.filter((_route, at) => fitting[at]?.includes(index)));
}

/** Indexes of the cases that can apply to a URL with these segments. */
function fittingCases(words: readonly ReadonlySet<string>[], segments: ReadonlySet<string>): readonly number[] {
  const all = words.map((_, index) => index);
  const named = all.filter((index) => [...(words[index] ?? [])].every((word) => segments.has(word)) && !isBare(index));
  // "group event" is more specific than "group".
  const specific = named.filter((index) => !named.some((other) => isStrictSubset(words[index], words[other])));
  return specific.length === 0 ? all : all.filter((index) => specific.includes(index) || isBare(index));

  function isBare(index: number): boolean {
    return (words[index]?.size ?? 0) === 0;
  }
}

function isStrictSubset(a: ReadonlySet<string> = new Set(), b: ReadonlySet<string> = new Set()): boolean {
  return a.size < b.size && [...a].every((word) => b.has(word));
}

function segmentNames(path: string): readonly string[] {
  const fixed = path.split("?")[0]?.split("/") ?? [];
  // A cast such as `microsoft.graph.user` is named by its last part.
  return fixed
    .filter((segment) => /^[\w.]+$/.test(segment))
    .map((segment) => normalized(segment.split(".").at(-1) ?? ""));
}

function nameWords(name: string): readonly string[] {
  return name
    .split(/[^\w]+/)
    .filter((word) => word !== "")
    .map(normalized);
}

function normalized(word: string): string {
  return singular(word).toLowerCase();
}
