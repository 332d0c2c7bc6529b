import { operationsOf, type Page } from "../page/model.ts";
import { compareStrings } from "../util/compare.ts";

const BASE = /^https:\/\/[\w.-]+\/(?:v\d+(?:\.\d+)?|beta)(?=\/|$)/i;

/** Returns the host and version that each example request calls, in lower case. */
function baseUrlsOf(page: Page): readonly string[] {
  const examples = operationsOf(page).flatMap((operation) => operation.examples);
  return examples.flatMap(({ request }) => BASE.exec(request?.url ?? "")?.[0].toLowerCase() ?? []);
}

/** Returns the host and version that example requests call most often; null if there are none. */
export function mostUsedBaseUrl(pages: readonly Page[]): string | null {
  const counts = new Map<string, number>();
  for (const url of pages.flatMap(baseUrlsOf)) counts.set(url, (counts.get(url) ?? 0) + 1);
  const ranked = [...counts].sort(([a, m], [b, n]) => n - m || compareStrings(a, b));
  return ranked[0]?.[0] ?? null;
}
