import { createDiagnostic } from "../../diagnostics/diagnostic.ts";
import type { PageRule } from "../model.ts";
import { sectionNamed } from "../sections.ts";

/** The block of the HTTP request lists the same request twice. */
export const requestLineTwice: PageRule = {
  name: "request-line-twice",
  check: ({ document }) => {
    const section = sectionNamed(document, /^http requests?\b/i);
    const lines = (section?.blocks ?? []).flatMap((block) =>
      block.kind === "code"
        ? block.value
            .split("\n")
            .map((text, index) => ({ text: text.trim(), line: block.place.line + 1 + index, block }))
        : [],
    );
    return lines.flatMap(({ text, line, block }, index) => {
      const isSecond = lines.findIndex((other) => other.text === text) < index;
      if (!isSecond || !/^(?:GET|POST|PUT|PATCH|DELETE)\s+\S/i.test(text)) return [];
      return [createDiagnostic("request-line-twice", { text }, { ...block.place, line, column: block.indent + 1 })];
    });
  },
};
