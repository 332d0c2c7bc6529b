import { operationsOf, type OperationFacts, type RequestFacts } from "../../../page/model.ts";
import { nearestNames } from "../../../util/nearest.ts";
import { pathOf, requestOfPath } from "../../own-request.ts";
import { findInLine, firstLineOf } from "../../place.ts";
import { pageRule } from "../../rule.ts";

export const exampleUrlDiffers = pageRule({
  name: "example-url-differs",
  severity: "error",
  message: 'Unexpected "{segment}" in the URL of an example, expected {expected} as documented',
  description: "An example spells a URL segment differently than the HTTP request section.",
  why: "Anyone who copies the example gets the status 404 Not Found.",
  advice: "Spell the segment as in the HTTP request section.",
  example: { page: "api/boat-list.md", ok: "v1.0/boats", notOk: "v1.0/boatss" },
  check: (page) =>
    operationsOf(page.page).flatMap((operation) =>
      operation.examples.flatMap(({ request }) => {
        if (request === null || requestOfPath(request, operation) !== null) return [];
        const found = nearMiss(pathOf(request.url), request.method, operation);
        if (found === null) return [];
        const { segment, expected, template } = found;
        const place = findInLine(page, firstLineOf(page, request.source), segment);
        const related = [{ message: "documented here", place: template.source }];
        return [{ params: { segment, expected }, place, related }];
      }),
    ),
});

interface Miss {
  readonly segment: string;
  readonly expected: string;
  readonly template: RequestFacts;
}

/** The only segment in which a URL differs from a documented URL, if it is spelled almost the same. */
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
