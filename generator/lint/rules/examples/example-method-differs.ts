import { operationsOf } from "../../../page/model.ts";
import { documentedRequest, requestOfPath } from "../../own-request.ts";
import { firstLineOf } from "../../place.ts";
import { pageRule } from "../../rule.ts";

export const exampleMethodDiffers = pageRule({
  name: "example-method-differs",
  severity: "error",
  message: "Unexpected method {method} in an example, expected {expected} as documented for the URL",
  description: "An example sends a documented URL with a different method.",
  why: "Anyone who copies the example calls a different operation.",
  advice: "Use the documented method in the example.",
  example: { page: "api/boat-delete.md", ok: "DELETE https:", notOk: "POST https:" },
  check: (page) =>
    operationsOf(page.page).flatMap((operation) =>
      operation.examples.flatMap(({ request }) => {
        if (request === null || documentedRequest(request, operation) !== null) return [];
        const template = requestOfPath(request, operation);
        if (template === null || (operation.examples.length > 1 && request.method === "GET")) return [];
        const related = [{ message: `${template.method} documented here`, place: template.source }];
        const place = firstLineOf(page, request.source);
        const params = { method: request.method, expected: template.method };
        return [{ params, place, related }];
      }),
    ),
});
