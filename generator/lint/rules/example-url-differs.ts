import { createDiagnostic } from "../../diagnostics/diagnostic.ts";
import type { OperationFacts, RequestFacts } from "../../page/model.ts";
import { nearestNames } from "../../util/nearest.ts";
import type { PageRule } from "../model.ts";
import { pathOf, requestOfPath } from "../own-request.ts";
import { findInLine, firstLineOf } from "../place.ts";

/** A segment of an example's URL is spelled otherwise than in the URL that the page documents. */
export const exampleUrlDiffers: PageRule = {
  name: "example-url-differs",
  check: (page) => {
    const { operation } = page.page;
    if (operation === null) return [];
    return operation.examples.flatMap(({ request }) => {
      if (request === null || requestOfPath(request, operation) !== null) return [];
      const found = nearMiss(pathOf(request.url), request.method, operation);
      if (found === null) return [];
      const { segment, expected, template } = found;
      const place = findInLine(page, firstLineOf(page, request.source), segment);
      const related = [{ message: "documented here", place: template.source }];
      return [createDiagnostic("example-url-differs", { segment, expected }, place, related)];
    });
  },
};

interface Miss {
  readonly segment: string;
  readonly expected: string;
  readonly template: RequestFacts;
}

/** The one segment that keeps a URL from being a documented one, where it is nearly spelled like it. */
function nearMiss(path: string, method: string, { requests }: OperationFacts): Miss | null {
  const segments = path.replace(/^\//, "").split("/");
  for (const template of requests) {
    const parts = template.path.slice(1).split("/");
    if (template.method !== method || parts.length !== segments.length) continue;
    const wrong = segments.flatMap((segment, index) => {
      const expected = parts[index] ?? "";
      return isSame(segment, expected) ? [] : [{ segment, expected, template }];
    });
    const [miss] = wrong;
    if (wrong.length !== 1 || miss === undefined || /[{<(]/.test(miss.expected)) continue;
    if (nearestNames(miss.segment, [miss.expected]).length > 0) return miss;
  }
  return null;
}

function isSame(segment: string, expected: string): boolean {
  return /[{<(]/.test(expected) || segment.toLowerCase() === expected.toLowerCase();
}
