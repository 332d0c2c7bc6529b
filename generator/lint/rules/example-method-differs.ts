import { createDiagnostic } from "../../diagnostics/diagnostic.ts";
import type { PageRule } from "../model.ts";
import { documentedRequest, requestOfPath } from "../own-request.ts";
import { firstLineOf } from "../place.ts";

/** An example sends a documented URL with a method that the page does not document. */
export const exampleMethodDiffers: PageRule = {
  name: "example-method-differs",
  check: (page) => {
    const { operation } = page.page;
    if (operation === null) return [];
    return operation.examples.flatMap(({ request }) => {
      if (request === null || documentedRequest(request, operation) !== null) return [];
      const template = requestOfPath(request, operation);
      if (template === null || (operation.examples.length > 1 && request.method === "GET")) return [];
      const related = [{ message: `${template.method} is documented here`, place: template.source }];
      const place = firstLineOf(page, request.source);
      const params = { method: request.method, expected: template.method };
      return [createDiagnostic("example-method-differs", params, place, related)];
    });
  },
};
