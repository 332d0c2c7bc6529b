import { expect, it } from "vitest";
import { checkConfig } from "../../generator/config/check.ts";
import { CONFIG_KEYS } from "../../generator/config/model.ts";
import { defineConfig } from "../../generator/index.ts";

const wrong: readonly [name: string, config: unknown, message: string][] = [
  ["a list", [], "c.json: Unexpected [], expected an object of settings"],
  ["nothing", null, "c.json: Unexpected null, expected an object of settings"],
  ["a key that is near another", { docz: "x" }, 'c.json: Unexpected setting "docz"; did you mean docs?'],
  ["a key spelled as a flag", { "base-url": "x" }, 'c.json: Unexpected setting "base-url"; did you mean baseUrl?'],
  ["a key in another case", { BaseURL: "x" }, 'c.json: Unexpected setting "BaseURL"; did you mean baseUrl?'],
  [
    "a key that is near none",
    { colour: "red" },
    `c.json: Unexpected setting "colour", expected one of ${Object.keys(CONFIG_KEYS).join(", ")}`,
  ],
  ["a key of every object", JSON.parse('{"__proto__": 1}'), 'c.json: Unexpected setting "__proto__", expected one of'],
  ["a number for text", { docs: 1 }, "c.json: Unexpected 1 for docs, expected text"],
  ["empty text", { out: "" }, 'c.json: Unexpected "" for out, expected text'],
  ["text for a list", { include: "user" }, 'c.json: Unexpected "user" for include, expected a list of texts'],
  ["a list of other things", { exclude: [1] }, "c.json: Unexpected [1] for exclude, expected a list of texts"],
  ["text for a switch", { strict: "yes" }, 'c.json: Unexpected "yes" for strict, expected true or false'],
  [
    "a style that is near another",
    { enumStyle: "conts" },
    'c.json: Unexpected "conts" for enumStyle, expected enum, const, union; did you mean const?',
  ],
  [
    "a field that is near another",
    { packageInfo: { licence: "MIT" } },
    'c.json: Unexpected field "licence" in packageInfo; did you mean license?',
  ],
  [
    "a field that the generator writes",
    { packageInfo: { exports: {} } },
    'c.json: Unexpected field "exports" in packageInfo, expected one of description, keywords, homepage,',
  ],
  ["text for fields", { packageInfo: "MIT" }, 'Unexpected "MIT" for packageInfo, expected an object of fields'],
  ["an object", { docs: {} }, "c.json: Unexpected an object for docs, expected text"],
  ["a function", { docs: () => "x" }, "c.json: Unexpected function for docs, expected text"],
];

it.each(wrong)("explains %s", (_, config, message) => {
  expect(() => checkConfig(config, "c.json")).toThrow(message);
});

it("takes every setting", () => {
  const config = defineConfig({
    docs: "docs",
    root: ".",
    out: "out",
    baseUrl: "https://host/v1.0",
    packageName: "x",
    packageVersion: "1.0.0",
    packageInfo: { license: "MIT", repository: { type: "git", url: "https://host/me/client.git" } },
    include: ["user"],
    exclude: [],
    enumStyle: "const",
    pageUrl: "https://host/{page}",
    shipDocs: true,
    strict: false,
    rules: { "link-case": "error", "todo-left": "off" },
  });
  expect(Object.keys(config)).toEqual(Object.keys(CONFIG_KEYS));
  expect(checkConfig(config, "c.json")).toEqual(config);
});

it("takes nothing", () => {
  expect(checkConfig({}, "c.json")).toEqual({});
});
