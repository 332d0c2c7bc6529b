import { createDiagnostic } from "../../diagnostics/diagnostic.ts";
import type { PageRule } from "../model.ts";
import { firstLineOf } from "../place.ts";

/** An example shows a body of an answer that has none. */
export const responseBodyUnexpected: PageRule = {
  name: "response-body-unexpected",
  check: (page) =>
    (page.page.operation?.examples ?? []).flatMap(({ response }) =>
      response?.status === 204 && response.body !== null
        ? [createDiagnostic("response-body-unexpected", {}, firstLineOf(page, response.source))]
        : [],
    ),
};
