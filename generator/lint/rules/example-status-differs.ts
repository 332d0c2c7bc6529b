import { createDiagnostic } from "../../diagnostics/diagnostic.ts";
import type { ExampleModel } from "../../page/model.ts";
import type { PageRule } from "../model.ts";
import { ownExamples } from "../own-request.ts";
import { firstLineOf } from "../place.ts";

/** An example answers with a success status that the Response section does not name. */
export const exampleStatusDiffers: PageRule = {
  name: "example-status-differs",
  check: (page) => {
    const stated = page.page.operation?.response ?? null;
    if (stated === null || stated.statuses.length === 0) return [];
    const examples = ownExamples(page.page.operation);
    // Several answers may follow one request: what a redirect leads to is not what the text speaks of.
    const isAnswered = (request: ExampleModel["request"]): boolean =>
      examples.some(
        (each) =>
          each.request?.source.line === request?.source.line && stated.statuses.includes(each.response?.status ?? 0),
      );
    return examples.flatMap(({ request, response }) => {
      if (response === null || response.status >= 300 || isAnswered(request)) return [];
      const related = [{ message: "stated here", place: stated.source }];
      const params = { status: response.status, expected: stated.statuses.join(" or ") };
      return [createDiagnostic("example-status-differs", params, firstLineOf(page, response.source), related)];
    });
  },
};
