import { pageRule } from "../../rule.ts";
import { sectionNamed } from "../../sections.ts";

export const requestLineTwice = pageRule({
  name: "request-line-twice",
  severity: "warning",
  message: 'Unexpected second line "{text}", expected each request once',
  description: "An HTTP request block lists a request twice.",
  why: "One of the lines may be meant to be a different URL.",
  advice: "Remove one of the lines, or correct it.",
  example: { page: "api/boat-list.md", ok: "GET /boats\n", notOk: "GET /boats\nGET /boats\n" },
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
      return [{ params: { text }, place: { ...block.place, line, column: block.indent + 1 } }];
    });
  },
});
