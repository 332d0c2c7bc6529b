import { expect, it } from "vitest";
import type { Diagnostic } from "../../generator/diagnostics/diagnostic.ts";
import { reportGroups } from "../../generator/diagnostics/report/group.ts";
import { report } from "../../generator/lint/report/report.ts";
import { severityLine } from "../../generator/diagnostics/report/text.ts";

const later: Diagnostic = {
  code: "file-unreadable",
  severity: "error",
  message: "Unexpected unreadable file (binary content), expected UTF-8 Markdown",
  place: { file: "resources/user.md", line: 10, column: 3 },
  related: [{ message: "included here", place: { file: "../../includes/a.md", line: 2, column: 1 } }],
};
const earlier: Diagnostic = {
  ...later,
  severity: "warning",
  message: "100%, or: \u001b[31mred\u001b[0m\nsecond line",
  place: { file: "resources/user.md", line: 9, column: 30 },
  related: [],
};
const plain = { prefix: "docs", colour: false };

it("prints one line for each diagnostic, sorted by place", () => {
  expect(report("pretty", [later, earlier], plain)).toBe(
    "docs/resources/user.md:9:30 warning 100%, or: \\u{1b}[31mred\\u{1b}[0m\\u{a}second line [file-unreadable]\n" +
      "docs/resources/user.md:10:3 error Unexpected unreadable file (binary content), expected UTF-8 Markdown [file-unreadable]\n" +
      "  ../includes/a.md:2:1 included here\n",
  );
});

it("colours the severity if colour is on", () => {
  expect(report("pretty", [later], { prefix: "", colour: true })).toContain(" \u001b[31merror\u001b[39m ");
});

it("prints JSON with files relative to the working directory", () => {
  const printed: unknown = JSON.parse(report("json", [later], plain));
  expect(printed).toEqual([
    {
      ...later,
      place: { file: "docs/resources/user.md", line: 10, column: 3 },
      related: [{ message: "included here", place: { file: "../includes/a.md", line: 2, column: 1 } }],
    },
  ]);
  expect(report("json", [], plain)).toBe("[]\n");
});

it("escapes messages in annotations for GitHub", () => {
  expect(report("github", [{ ...earlier, message: "a%\n::error::b" }], plain)).toBe(
    "::warning file=docs/resources/user.md,line=9,col=30,title=file-unreadable::a%25%0A::error::b\n",
  );
});

it("prints each code once, with its count and first place", () => {
  expect(reportGroups([later, later, later], plain)).toBe(
    "3 × error file-unreadable\n" +
      "    docs/resources/user.md:10:3 Unexpected unreadable file (binary content), expected UTF-8 Markdown\n",
  );
});

it("counts by severity", () => {
  expect(severityLine([later, earlier, earlier])).toBe("1 error, 2 warnings, 0 infos");
});
