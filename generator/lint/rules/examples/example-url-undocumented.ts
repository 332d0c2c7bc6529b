import { operationsOf, type ExampleRequestModel, type OperationFacts } from "../../../page/model.ts";
import { isItemKey } from "../../../util/item-key.ts";
import { findNearMiss } from "../../near-miss.ts";
import { pathOf, requestOfPath } from "../../own-request.ts";
import { firstLineOf } from "../../place.ts";
import { pageRule } from "../../rule.ts";

export const exampleUrlUndocumented = pageRule({
  name: "example-url-undocumented",
  severity: "info",
  message: "Unexpected URL {path} in an example, expected a URL of the HTTP request section",
  description: "An example sends the documented request to a URL that the HTTP request section does not list.",
  why: "Either the URL does not work, or readers do not learn of it, and the package cannot call it.",
  advice: "List the URL in the HTTP request section, or use a listed one in the example.",
  example: { page: "api/boat-list.md", ok: "v1.0/boats", notOk: "v1.0/me/boats" },
  check: (page) =>
    operationsOf(page.page).flatMap((operation) =>
      operation.examples.flatMap(({ request }) => {
        if (request === null || !endsAlike(request, operation) || requestOfPath(request, operation) !== null) return [];
        const path = pathOf(request.url);
        // Backslashes have their own diagnostic.
        if (path.includes("\\") || findNearMiss(path, request.method, operation) !== null) return [];
        return [{ params: { path }, place: firstLineOf(page, request.source) }];
      }),
    ),
});

/** Whether an example ends as a documented request does, so that it is not about another operation. */
function endsAlike({ method, url }: ExampleRequestModel, { requests }: OperationFacts): boolean {
  const [last = "", above = ""] = segmentsFromEnd(pathOf(url));
  return requests.some((request) => {
    if (request.method !== method) return false;
    const [documented = "", owner = ""] = segmentsFromEnd(request.path);
    return /^[{<]/.test(documented) || isItemKey(documented) ? owner === above : documented === last;
  });
}

/** Segments in lower case without arguments, the last one first. */
function segmentsFromEnd(path: string): readonly string[] {
  const segments = path.toLowerCase().split("/").slice(1);
  return segments.map((segment) => segment.replace(/\(.*$/, "")).toReversed();
}
