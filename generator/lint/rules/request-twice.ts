import { createDiagnostic } from "../../diagnostics/diagnostic.ts";
import type { Place } from "../../diagnostics/diagnostic.ts";
import type { SiteRule } from "../model.ts";

/** Two pages document the same method and URL. */
export const requestTwice: SiteRule = {
  name: "request-twice",
  check: ({ model }) => {
    const first = new Map<string, Place>();
    return model.operations.flatMap(({ requests, requestBody, response }) =>
      requests.flatMap(({ method, path, queryText, source }) => {
        // Pages of the types that one collection holds share its URL.
        const types = `${requestBody?.type ?? ""} ${response.type ?? ""}`;
        const key = `${method} ${path.replace(/\{[^{}]*\}/g, "{}").toLowerCase()}?${queryText ?? ""} ${types}`;
        const before = first.get(key);
        if (before === undefined) first.set(key, source);
        if (before === undefined || before.file === source.file) return [];
        const related = [{ message: "first here", place: before }];
        return [createDiagnostic("request-twice", { request: `${method} ${path}` }, source, related)];
      }),
    );
  },
};
