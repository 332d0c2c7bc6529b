import { expect, it } from "vitest";
import {
  commentCode,
  commentLine,
  commentText,
  objectKey,
  propertyName,
  stringLiteral,
} from "../../generator/emit/syntax/escape.ts";

interface Case {
  readonly given: string;
  readonly want: string;
}

const literals: readonly (readonly [string, Case])[] = [
  ["quotes", { given: `say "hi"`, want: String.raw`"say \"hi\""` }],
  ["a backslash", { given: "a\\b", want: String.raw`"a\\b"` }],
  ["a line break", { given: "a\nb", want: String.raw`"a\nb"` }],
  ["line separators", { given: "a\u2028b\u2029", want: String.raw`"a\u2028b\u2029"` }],
  ["direction marks", { given: "a\u202eb\u2066", want: String.raw`"a\u202eb\u2066"` }],
  ["zero width and a byte order mark", { given: "\u200b\ufeff", want: String.raw`"\u200b\ufeff"` }],
  ["half a surrogate pair", { given: "\ud800", want: String.raw`"\ud800"` }],
  ["an emoji", { given: "😀", want: `"😀"` }],
  ["the end of a comment", { given: "a*/b", want: String.raw`"a*\/b"` }],
  ["template text", { given: "`${x}`", want: '"`${x}`"' }],
];

it.each(literals)("writes %s as a string literal with the same value", (_, { given, want }) => {
  expect(stringLiteral(given)).toBe(want);
  expect(JSON.parse(want)).toBe(given);
});

const properties: readonly (readonly [string, Case])[] = [
  ["an identifier", { given: "displayName", want: "displayName" }],
  ["a keyword", { given: "default", want: "default" }],
  ["the constructor", { given: "constructor", want: "constructor" }],
  ["an annotation", { given: "@odata.type", want: `"@odata.type"` }],
  ["a dash", { given: "a-b", want: `"a-b"` }],
  ["a digit first", { given: "1st", want: `"1st"` }],
  ["no name", { given: "", want: `""` }],
  ["a way out of the interface", { given: "x: 1 } evil {", want: `"x: 1 } evil {"` }],
  ["an accent", { given: "größe", want: `"größe"` }],
];

it.each(properties)("writes a property name with %s", (_, { given, want }) => {
  expect(propertyName(given)).toBe(want);
});

it("does not set the prototype of an object literal", () => {
  expect(objectKey("__proto__")).toBe(`["__proto__"]`);
});

const comments: readonly (readonly [string, Case])[] = [
  ["the end of a comment", { given: "a */ b **/ c", want: "a *\\/ b **\\/ c" }],
  ["a tag", { given: "@deprecated see\n@internal", want: "\\@deprecated see\n\\@internal" }],
  ["a tag after text", { given: "use @example not a@b.c", want: "use \\@example not a@b.c" }],
  ["a sign for a tag at the start", { given: "@ home, @ work\n @ sea", want: "\\@ home, @ work\n \\@ sea" }],
  ["an inline tag", { given: "see {@link Evil}", want: "see {\\@link Evil}" }],
  ["a tag in a code span", { given: "the `@odata.type` of ` @x`", want: "the `@odata.type` of ` \\@x`" }],
  ["every kind of line break", { given: "a\r\nb\rc\u2028d\u2029e\u0085f", want: "a\nb\nc\nd\ne\nf" }],
  ["hidden characters", { given: "a\u202e\u200b\u0000b", want: "ab" }],
  ["hidden characters in the end of a comment", { given: "a *\u200b/ b", want: "a *\\/ b" }],
  [
    "notes to a bundler",
    { given: "#__PURE__ or x@__NO_SIDE_EFFECTS__", want: "#\\__PURE__ or x@\\__NO_SIDE_EFFECTS__" },
  ],
  ["the address of a source map", { given: "//# sourceMappingURL=a", want: "//\\# sourceMappingURL=a" }],
  ["a runtime of JSX", { given: "x@jsxImportSource evil\nx@jsx.org", want: "x@\\jsxImportSource evil\nx@jsx.org" }],
  ["tabs and trailing spaces", { given: "a\tb  \nc ", want: "a b\nc" }],
];

it.each(comments)("writes %s in a comment", (_, { given, want }) => {
  expect(commentText(given)).toBe(want);
});

it.each([
  "{@link Evil} @deprecated `x`",
  "#__NO_SIDE_EFFECTS__ @__PURE__",
  "//# sourceMappingURL=a",
  "x@jsxImportSource evil ",
])("writes %s in the code of a comment with the same value", (text) => {
  const code = commentCode(stringLiteral(text));
  expect(code).not.toMatch(/[\s{]@|`|[#@]__|# source|@jsx/);
  expect(JSON.parse(code)).toBe(text);
});

it("puts prose on one line", () => {
  expect(commentLine(" a\n b\u2028c */ ")).toBe("a b c *\\/");
});
