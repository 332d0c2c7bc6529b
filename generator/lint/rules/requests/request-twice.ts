import type { Place } from "../../../diagnostics/diagnostic.ts";
import { siteRule } from "../../rule.ts";

export const requestTwice = siteRule({
  name: "request-twice",
  severity: "info",
  message: "Unexpected second page for {request}, expected one",
  description: "Two pages describe the same request.",
  why: "Readers may find the wrong page.",
  advice: "Keep one page and link to it.",
  example: { page: "api/boat-list.md", ok: "GET /boats\n", notOk: "GET /boats\nGET /boats/{boatId}\n" },
  check: ({ model }) => {
    const first = new Map<string, Place>();
    return model.operations.flatMap(({ requests, requestBody, response }) =>
      requests.flatMap(({ method, path, queryText, source }) => {
        // Pages about different types in one collection share its URL.
        const types = `${requestBody?.type ?? ""} ${response.type ?? ""}`;
        const key = `${method} ${path.replace(/\{[^{}]*\}/g, "{}").toLowerCase()}?${queryText ?? ""} ${types}`;
        const before = first.get(key);
        if (before === undefined) first.set(key, source);
        if (before === undefined || before.file === source.file) return [];
        const related = [{ message: "first here", place: before }];
        return [{ params: { request: `${method} ${path}` }, place: source, related }];
      }),
    );
  },
});
