import { createDiagnostic } from "../../diagnostics/diagnostic.ts";
import type { PageRule } from "../model.ts";
import { ownExamples } from "../own-request.ts";
import { firstLineOf } from "../place.ts";

/** The page asks for a request body, and no example sends one. */
export const requestBodyMissing: PageRule = {
  name: "request-body-missing",
  check: (page) => {
    const { operation } = page.page;
    const body = operation?.requestBody ?? null;
    const isAsked = body?.properties.some(({ required }) => required) ?? false;
    const isSupplied = /^in the request body, supply/i.test(body?.description ?? "");
    const examples = ownExamples(operation).filter(({ request }) => request?.method !== "GET");
    if (body === null || !(isAsked || isSupplied) || examples.some(({ request }) => request?.body !== null)) return [];
    return examples.flatMap(({ request }) => {
      if (request === null) return [];
      const related = [{ message: "asked for here", place: body.source }];
      return [createDiagnostic("request-body-missing", {}, firstLineOf(page, request.source), related)];
    });
  },
};
