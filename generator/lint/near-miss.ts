import type { OperationFacts, RequestFacts } from "../page/model.ts";
import { isItemKey } from "../util/item-key.ts";
import { nearestNames } from "../util/nearest.ts";

/** A segment of a URL that is spelled differently than the documented one. */
export interface NearMiss {
  readonly segment: string;
  readonly expected: string;
  readonly template: RequestFacts;
}

/** The only segment in which a URL differs from a documented URL, if it is spelled almost the same. */
export function findNearMiss(path: string, method: string, { requests }: OperationFacts): NearMiss | null {
  const segments = path.replace(/^\//, "").split("/");
  for (const template of requests) {
    const parts = template.path.slice(1).split("/");
    if (template.method !== method || parts.length !== segments.length) continue;
    const wrong = segments.flatMap((segment, index) => {
      const expected = parts[index] ?? "";
      return isSame(segment, expected) ? [] : [{ segment, expected, template }];
    });
    const [miss] = wrong;
    if (wrong.length !== 1 || miss === undefined || isVariable(miss.expected)) continue;
    if (nearestNames(miss.segment, [miss.expected]).length > 0) return miss;
  }
  return null;
}

function isSame(segment: string, expected: string): boolean {
  return isVariable(expected) || segment.toLowerCase() === expected.toLowerCase();
}

function isVariable(segment: string): boolean {
  return /[{<(]/.test(segment) || isItemKey(segment);
}
