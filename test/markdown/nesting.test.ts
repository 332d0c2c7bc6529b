import { expect, it } from "vitest";
import { findDeepLine } from "../../generator/markdown/nesting.ts";

const stairs = (levels: number) => Array.from({ length: levels }, (_, level) => `${"  ".repeat(level)}- a`).join("\n");

const texts: readonly [name: string, text: string, want: string | null][] = [
  ["32 lists on one line", "- ".repeat(32), null],
  ["33 lists on one line", `a\n\n${"- ".repeat(33)}a`, "3:65"],
  ["numbered lists", "1. ".repeat(40), "1:97"],
  ["quotes", `# a\n${"> ".repeat(2000)}`, "2:65"],
  ["quotes without spaces", ">".repeat(40), "1:33"],
  ["quotes in lists", "- > ".repeat(20), "1:65"],
  ["lists on lines of their own", stairs(40), "33:65"],
  ["many lists that end", `${stairs(20)}\n`.repeat(20), null],
  ["lists in quotes, one after the other", "> - a\n".repeat(100), null],
  ["dashes", "-".repeat(200), null],
  ["a rule of spaced dashes", "- ".repeat(40).trimEnd(), null],
  ["a rule of spaced asterisks", `  ${"* ".repeat(40)}`, null],
  ["minus signs and numbers", "- 1 - 2 - 3 ".repeat(40), null],
  ["brackets", `a\n${"[".repeat(2000)}`, "2:1001"],
  ["brackets on lines of their own", "[a\n".repeat(1200), "1001:1"],
  ["brackets of many paragraphs", "[a\n\n".repeat(2000), null],
  ["many links", "[a](b) ".repeat(2000), null],
];

it.each(texts)("finds nesting in %s", (_, text, want) => {
  const deep = findDeepLine(text);
  expect(deep === null ? null : `${deep.line}:${deep.column}`).toBe(want);
});
