import type { Page } from "../page/model.ts";
import { compareStrings } from "../util/compare.ts";

const BASE = /^https:\/\/[\w.-]+\/(?:v\d+(?:\.\d+)?|beta)(?=\/|$)/i;

/** Host and version that most example requests call, e.g. `https://graph.microsoft.com/v1.0`; null without examples. */
export function mostUsedBaseUrl(pages: readonly Page[]): string | null {
  const counts = new Map<string, number>();
  for (const page of pages) {
    for (const example of page.operation?.examples ?? []) {
      const base = BASE.exec(example.request?.url ?? "")?.[0];
      if (base !== undefined) counts.set(base.toLowerCase(), (counts.get(base.toLowerCase()) ?? 0) + 1);
    }
  }
  const ranked = [...counts].sort(([a, m], [b, n]) => n - m || compareStrings(a, b));
  return ranked[0]?.[0] ?? null;
}
