import { operationsOf, type ExampleModel } from "../../../page/model.ts";
import { ownExamples } from "../../own-request.ts";
import { firstLineOf } from "../../place.ts";
import { pageRule } from "../../rule.ts";

export const exampleStatusDiffers = pageRule({
  name: "example-status-differs",
  severity: "warning",
  message: "Unexpected status {status} in an example, expected {expected} as in the text",
  description: "An example shows a different status than the text.",
  why: "Anyone who checks for the documented status misses the response.",
  advice: "Make the text and the example agree.",
  example: { page: "api/boat-post.md", ok: "HTTP/1.1 201 Created", notOk: "HTTP/1.1 200 OK" },
  check: (page) =>
    operationsOf(page.page).flatMap((operation) => {
      const stated = operation.response;
      if (stated === null || stated.statuses.length === 0) return [];
      const examples = ownExamples(operation);
      // An example may show several responses to one request, such as the target of a redirect.
      const hasStatedResponse = (request: ExampleModel["request"]): boolean =>
        examples.some(
          (each) =>
            each.request?.source.line === request?.source.line && stated.statuses.includes(each.response?.status ?? 0),
        );
      return examples.flatMap(({ request, response }) => {
        if (response === null || response.status >= 300 || hasStatedResponse(request)) return [];
        const related = [{ message: "stated here", place: stated.source }];
        const params = { status: response.status, expected: stated.statuses.join(" or ") };
        return [{ params, place: firstLineOf(page, response.source), related }];
      });
    }),
});
