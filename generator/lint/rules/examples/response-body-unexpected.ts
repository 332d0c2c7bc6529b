import { examplesOf } from "../../own-request.ts";
import { firstLineOf } from "../../place.ts";
import { pageRule } from "../../rule.ts";

export const responseBodyUnexpected = pageRule({
  name: "response-body-unexpected",
  severity: "error",
  message: "Unexpected body in a response with status 204, expected no content",
  description: "An example response with status 204 shows a body.",
  why: "The status 204 means that there is no body, so either the status or the body is wrong.",
  advice: "Remove the body, or correct the status.",
  example: {
    page: "api/boat-delete.md",
    ok: "204 No Content\n```",
    notOk: '204 No Content\nContent-Type: application/json\n\n{ "id": "b-7" }\n```',
  },
  check: (page) =>
    examplesOf(page.page).flatMap(({ response }) =>
      response?.status === 204 && response.body !== null
        ? [{ params: {}, place: firstLineOf(page, response.source) }]
        : [],
    ),
});
