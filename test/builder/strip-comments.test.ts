import fc from "fast-check";
import ts from "typescript";
import { expect, it } from "vitest";
import { stripComments } from "../../generator/output/builder/strip-comments.ts";

const cases: readonly [name: string, given: string, want: string][] = [
  ["documentation", "/** Says why. */\nexport const a = 1;\n", "export const a = 1;\n"],
  ["a multi-line comment", "let a;\n/*\n * why\n */\nlet b;\n", "let a;\nlet b;\n"],
  ["an indented comment", "if (a) {\n    // why\n    b();\n}\n", "if (a) {\n    b();\n}\n"],
  ["nothing from the end of a block", "if (a) {\n    b();\n    // why\n}\n", "if (a) {\n    b();\n    // why\n}\n"],
  ["a comment at the end of the file", "a();\n// why\n", "a();\n"],
  ["a file that is only a comment", "// why\n", ""],
  [
    "neither a URL in a string nor a comment after code",
    'const a = "https://host"; // b\n',
    'const a = "https://host"; // b\n',
  ],
  ["no comment markers in a template", "const a = `/* ${b} */ // c`;\n", "const a = `/* ${b} */ // c`;\n"],
  ["no comment markers in a pattern", "const a = /\\/\\*x/;\n", "const a = /\\/\\*x/;\n"],
  ["no annotation for bundlers", "const a = /* @__PURE__ */ b();\n", "const a = /* @__PURE__ */ b();\n"],
  ["no licence", "/** @license MIT */\nlet a;\n", "/** @license MIT */\nlet a;\n"],
];

it.each(cases)("strips %s", (_, given, want) => {
  expect(stripComments("a.js", given)).toBe(want);
});

/** The tokens of a program. */
function tokens(text: string): readonly string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const children = node.getChildren(source).filter((child) => !ts.isJSDoc(child));
    if (children.length === 0) found.push(node.getText(source));
    else children.forEach(visit);
  };
  const source = ts.createSourceFile("a.js", text, ts.ScriptTarget.ESNext, true);
  visit(source);
  return found;
}

const statement = fc.oneof(
  fc.string({ maxLength: 8 }).map((value) => `use(${JSON.stringify(value)});\n`),
  fc.stringMatching(/^[\w/* ]{0,8}$/).map((value) => `use(\`${value}\`);\n`),
  fc.constantFrom("if (a) {\n  b();\n}\n", "const f = (c) => c / 2;\n", "export class D {\n  e = /[/*]/g;\n}\n"),
);
const comment = fc
  .stringMatching(/^[\w"'`/ ]{0,8}$/)
  .chain((words) => fc.constantFrom(`// ${words}\n`, `/** ${words} */\n`, `/* ${words}\n */\n`, ""));

it("changes no token, whatever comments and strings contain", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(comment, statement), { maxLength: 6 }), (pieces) => {
      const text = pieces.flat().join("");
      const stripped = stripComments("a.js", text);
      expect(tokens(stripped)).toEqual(tokens(text));
      expect(stripComments("a.js", stripped)).toBe(stripped);
    }),
  );
});
