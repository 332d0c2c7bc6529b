import { operationsOf } from "../../../page/model.ts";
import { findNearMiss } from "../../near-miss.ts";
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
        const found = findNearMiss(pathOf(request.url), request.method, operation);
        if (found === null) return [];
        const { segment, expected, template } = found;
        const place = findInLine(page, firstLineOf(page, request.source), segment);
        const related = [{ message: "documented here", place: template.source }];
        return [{ params: { segment, expected }, place, related }];
      }),
    ),
});
