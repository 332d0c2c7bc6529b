import { operationsOf } from "../../../page/model.ts";
import { ownExamples } from "../../own-request.ts";
import { firstLineOf } from "../../place.ts";
import { pageRule } from "../../rule.ts";
import { paragraphsOf, sectionNamed } from "../../sections.ts";

const NONE = /^(?:please )?(?:do not|don't|don’t) (?:supply|specify|provide|include) a request body\b/i;

export const requestBodyUnexpected = pageRule({
  name: "request-body-unexpected",
  severity: "error",
  message: "Unexpected body in an example request, expected none as stated in the Request body section",
  description: "The page states that the request has no body, but its example sends one.",
  why: "Either the text or the example is wrong.",
  advice: "Remove the body, or describe it in the Request body section.",
  example: {
    page: "api/boat-delete.md",
    ok: "boats/b-7\n",
    notOk: 'boats/b-7\nContent-Type: application/json\n\n{ "reason": "sold" }\n',
  },
  check: (page) => {
    const section = sectionNamed(page.document, /^request body$/i);
    const [first] = section === undefined ? [] : paragraphsOf(section);
    if (first === undefined || !NONE.test(first.text)) return [];
    const related = [{ message: "stated here", place: first.place }];
    return operationsOf(page.page)
      .flatMap(ownExamples)
      .flatMap(({ request }) =>
        (request?.body ?? null) !== null && request !== null
          ? [{ params: {}, place: firstLineOf(page, request.source), related }]
          : [],
      );
  },
});
