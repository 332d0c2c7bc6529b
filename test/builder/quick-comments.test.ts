import ts from "typescript";
import { expect, it } from "vitest";
import { quickComments } from "../../generator/output/builder/quick-comments.ts";

const cases: readonly [name: string, given: string, want: string][] = [
  ["a one-line comment", "/** @see `a.md` */\n", "/** @reference `a.md` */\n"],
  ["a line of a comment", "/**\n * Opens.\n * @see `a.md`\n */\n", "/**\n * Opens.\n * @reference `a.md`\n */\n"],
  ["a member's comment", "    /**\n     * @see `a.md`\n     */\n", "    /**\n     * @reference `a.md`\n     */\n"],
  ["a name in prose", "/** A {@link Door} that opens. */\n", "/** A `Door` that opens. */\n"],
  ["a string literal type", 'type A = "@see b";\n', 'type A = "@see b";\n'],
  ["a tag with the same prefix", "/** @seeing is believing */\n", "/** @seeing is believing */\n"],
];

it.each(cases)("rewrites the tags in %s", (_, given, want) => {
  expect(quickComments(given)).toBe(want);
});

it("produces a declaration file whose comments the compiler skips", () => {
  const text = "/**\n * A {@link Door}.\n *\n * @see `a.md`\n */\nexport interface Door {}\n";
  const isParsed = (given: string): boolean => {
    const languageVersion = ts.ScriptTarget.ES2022;
    const jsDocParsingMode = ts.JSDocParsingMode.ParseForTypeErrors;
    const [statement] = ts.createSourceFile("a.d.ts", given, { languageVersion, jsDocParsingMode }).statements;
    return statement !== undefined && "jsDoc" in statement && statement.jsDoc !== undefined;
  };
  expect([isParsed(text), isParsed(quickComments(text))]).toEqual([true, false]);
});
