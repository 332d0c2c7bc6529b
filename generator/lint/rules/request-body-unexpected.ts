import { createDiagnostic } from "../../diagnostics/diagnostic.ts";
import type { PageRule } from "../model.ts";
import { ownExamples } from "../own-request.ts";
import { firstLineOf } from "../place.ts";
import { paragraphsOf, sectionNamed } from "../sections.ts";

const NONE = /^(?:please )?(?:do not|don't|don’t) (?:supply|specify|provide|include) a request body\b/i;

/** The page says that there is no request body, and an example sends one. */
export const requestBodyUnexpected: PageRule = {
  name: "request-body-unexpected",
  check: (page) => {
    const section = sectionNamed(page.document, /^request body$/i);
    const [said] = section === undefined ? [] : paragraphsOf(section);
    if (said === undefined || !NONE.test(said.text)) return [];
    const related = [{ message: "said here", place: said.place }];
    return ownExamples(page.page.operation).flatMap(({ request }) =>
      (request?.body ?? null) !== null && request !== null
        ? [createDiagnostic("request-body-unexpected", {}, firstLineOf(page, request.source), related)]
        : [],
    );
  },
};
