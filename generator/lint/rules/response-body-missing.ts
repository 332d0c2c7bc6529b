import { createDiagnostic } from "../../diagnostics/diagnostic.ts";
import type { PageRule } from "../model.ts";
import { ownExamples } from "../own-request.ts";
import { firstLineOf } from "../place.ts";

/** The Response section names what is returned, and the example of it is empty. */
export const responseBodyMissing: PageRule = {
  name: "response-body-missing",
  check: (page) => {
    const stated = page.page.operation?.response ?? null;
    const type = stated?.type ?? null;
    if (stated === null || type === null || stated.none || type.target === null) return [];
    return ownExamples(page.page.operation).flatMap(({ response }) => {
      if (response?.body !== null || ![200, 201].includes(response.status)) return [];
      const related = [{ message: "stated here", place: stated.source }];
      const place = firstLineOf(page, response.source);
      return [createDiagnostic("response-body-missing", { type: type.name }, place, related)];
    });
  },
};
