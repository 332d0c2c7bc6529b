import { operationsOf } from "../../../page/model.ts";
import { ownExamples } from "../../own-request.ts";
import { firstLineOf } from "../../place.ts";
import { pageRule } from "../../rule.ts";

export const requestBodyMissing = pageRule({
  name: "request-body-missing",
  severity: "warning",
  message: "Unexpected example without a body, expected one as described in the Request body section",
  description: "The page asks for a request body, but its example sends none.",
  why: "Readers do not see the shape of the body.",
  advice: "Show a body in the example.",
  example: {
    page: "api/boat-post.md",
    ok: 'Content-Type: application/json\nContent-Length: 48\n\n{\n  "length": 12,\n  "isAfloat": true\n}\n',
    notOk: "",
  },
  check: (page) =>
    operationsOf(page.page).flatMap((operation) => {
      const body = operation.requestBody;
      const isAsked = body?.properties.some(({ required }) => required) ?? false;
      const isSupplied = /^in the request body, supply/i.test(body?.description ?? "");
      const examples = ownExamples(operation).filter(({ request }) => request?.method !== "GET");
      if (body === null || !(isAsked || isSupplied) || examples.some(({ request }) => request?.body !== null))
        return [];
      return examples.flatMap(({ request }) => {
        if (request === null) return [];
        const related = [{ message: "described here", place: body.source }];
        return [{ params: {}, place: firstLineOf(page, request.source), related }];
      });
    }),
});
