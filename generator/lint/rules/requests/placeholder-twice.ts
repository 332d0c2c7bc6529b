import { operationsOf } from "../../../page/model.ts";
import { lineAt } from "../../place.ts";
import { pageRule } from "../../rule.ts";

export const placeholderTwice = pageRule({
  name: "placeholder-twice",
  severity: "info",
  message: "Unexpected second {placeholder} in a URL, expected a different name for each value",
  description: "A URL uses one placeholder for two values.",
  why: "Callers may pass the same value twice.",
  advice: "Name each placeholder after its value.",
  example: {
    page: "api/boat-moor.md",
    ok: "/harbours/{harbourId}/boats/{boatId}/moor",
    notOk: "/harbours/{boatId}/boats/{boatId}/moor",
  },
  check: (page) =>
    operationsOf(page.page)
      .flatMap(({ requests }) => requests)
      .flatMap(({ path, parameters, source }) =>
        parameters.flatMap(({ placeholder, offset, alias }, index) => {
          const isSecond = parameters.findIndex((other) => other.placeholder === placeholder) < index;
          if (alias !== undefined || !isSecond || !placeholder.startsWith("{")) return [];
          const start = lineAt(page, source).indexOf(path);
          const place = start === -1 ? source : { ...source, column: start + offset + 1 };
          return [{ params: { placeholder }, place }];
        }),
      ),
});
