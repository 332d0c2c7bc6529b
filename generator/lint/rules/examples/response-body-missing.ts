import { operationsOf } from "../../../page/model.ts";
import { ownExamples } from "../../own-request.ts";
import { firstLineOf } from "../../place.ts";
import { pageRule } from "../../rule.ts";

export const responseBodyMissing = pageRule({
  name: "response-body-missing",
  severity: "warning",
  message: "Unexpected example response without a body, expected the {type} that the text names",
  description: "The text names the returned type, but the example response is empty.",
  why: "Readers do not see the shape of the response.",
  advice: "Show the body, or state that the response has no content.",
  example: {
    page: "api/boat-get.md",
    ok: '200 OK\nContent-Type: application/json\n\n{\n  "id": "b-7",\n  "length": 12,\n  "isAfloat": true\n}\n',
    notOk: "200 OK\n",
  },
  check: (page) =>
    operationsOf(page.page).flatMap((operation) => {
      const stated = operation.response;
      const type = stated?.type ?? null;
      if (stated === null || type === null || stated.none || type.target === null) return [];
      return ownExamples(operation).flatMap(({ response }) => {
        if (response?.body !== null || ![200, 201].includes(response.status)) return [];
        const related = [{ message: "stated here", place: stated.source }];
        const place = firstLineOf(page, response.source);
        return [{ params: { type: type.name }, place, related }];
      });
    }),
});
