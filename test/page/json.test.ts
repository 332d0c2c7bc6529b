import { expect, it } from "vitest";
import { parseTolerantJson } from "../../generator/page/content/tolerant-json.ts";

const texts: readonly [name: string, text: string, quality: string, value: unknown][] = [
  ["an object", '{"a": [1, true, null, "x"]}', "strict", { a: [1, true, null, "x"] }],
  ["a trailing comma", '{"a": [1, 2,],}', "lenient", { a: [1, 2] }],
  ["a line comment", '{"a": 1 // one\n}', "lenient", { a: 1 }],
  ["a block comment", '{/* one */"a": 1}', "lenient", { a: 1 }],
  ["a raw line end in a string", '{"a": "one\ntwo"}', "lenient", { a: "one two" }],
  ["a tab in a string", '{"a": "one\ttwo"}', "lenient", { a: "one two" }],
  ["a comma missing between lines", '{"a": "x"\n "b": 2}', "lenient", { a: "x", b: 2 }],
  ["a comma missing after a literal", '{"a": true\n "b": null\n "c": 3}', "lenient", { a: true, b: null, c: 3 }],
  ["curly quotes", "{“a”: “x”}", "lenient", { a: "x" }],
  ["an ellipsis on a line of its own", '{\n  "a": 1,\n  ...\n}', "lenient", { a: 1 }],
  ["an ellipsis in a list", '{"a": [\n  1,\n  ...\n]}', "lenient", { a: [1] }],
  ["a key without quotes", '{a: "x"}', "broken", {}],
  ["a string without its end", '{"a": "x}', "broken", {}],
  ["a bracket without its end", '{"a": [1, 2', "broken", {}],
  ["nothing", "", "broken", null],
];

it.each(texts)("reads JSON with %s", (_, text, quality, value) => {
  const json = parseTolerantJson(text);
  expect(json.quality).toBe(quality);
  if (quality !== "broken") expect(json.value).toEqual(value);
  expect(json.reason === null).toBe(quality === "strict");
});

it("leaves everything at its offset when it mends", () => {
  const text = '{\n  “a”: "one\ntwo" \n  ...,\n  "b": true  \n  "c": [\n    3\n  ]\n}';
  const { repaired } = parseTolerantJson(text);
  expect(repaired).toHaveLength(text.length);
  expect(repaired?.indexOf('"c"')).toBe(text.indexOf('"c"'));
});

it("tells where the first fault stands", () => {
  const text = '{"a": 1, b: 2}';
  expect(text.slice(parseTolerantJson(text).offset)).toBe("b: 2}");
});

it("reads __proto__ as a member like any other", () => {
  const { value } = parseTolerantJson('{"__proto__": {"a": 1}}');
  expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
  expect(value).not.toHaveProperty("a");
  expect(Object.entries(value ?? {})).toEqual([["__proto__", { a: 1 }]]);
});
