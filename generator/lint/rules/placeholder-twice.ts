import { createDiagnostic } from "../../diagnostics/diagnostic.ts";
import type { PageRule } from "../model.ts";
import { lineAt } from "../place.ts";

/** One URL writes the same placeholder for two values. */
export const placeholderTwice: PageRule = {
  name: "placeholder-twice",
  check: (page) =>
    (page.page.operation?.requests ?? []).flatMap(({ path, parameters, source }) =>
      parameters.flatMap(({ placeholder, offset }, index) => {
        const isSecond = parameters.findIndex((other) => other.placeholder === placeholder) < index;
        if (!isSecond || !placeholder.startsWith("{")) return [];
        const start = lineAt(page, source).indexOf(path);
        const place = start === -1 ? source : { ...source, column: start + offset + 1 };
        return [createDiagnostic("placeholder-twice", { placeholder }, place)];
      }),
    ),
};
