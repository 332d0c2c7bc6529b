import { expect, it } from "vitest";
import { checkConfig } from "../../generator/config/check.ts";
import { CONFIG_OPTIONS } from "../../generator/config/option-list.ts";
import { defineConfig } from "../../generator/index.ts";

const NAMES = CONFIG_OPTIONS.map(({ name }) => name);
const check = (config: unknown) =>
  checkConfig(config, (keys) => ["c.json", ...keys.slice(0, 1).map(() => "2")].join(":"));

const wrong: readonly [name: string, config: unknown, message: string][] = [
  ["a list", [], "c.json: Unexpected []\nExpected an object of settings"],
  ["nothing", null, "c.json: Unexpected null\nExpected an object of settings"],
  ["a key near a known one", { docz: "x" }, 'c.json:2: Unexpected setting "docz"\nDid you mean docs?'],
  ["a key spelled as a flag", { "base-url": "x" }, 'c.json:2: Unexpected setting "base-url"\nDid you mean baseUrl?'],
  ["a key in another case", { BaseURL: "x" }, 'c.json:2: Unexpected setting "BaseURL"\nDid you mean baseUrl?'],
  ["an unknown key", { colour: "red" }, `c.json:2: Unexpected setting "colour"\nExpected one of ${NAMES.join(", ")}`],
  [
    "a key that every object has",
    JSON.parse('{"__proto__": 1}'),
    'c.json:2: Unexpected setting "__proto__"\nExpected one of',
  ],
  ["a number for text", { docs: 1 }, "c.json:2: Unexpected 1 for docs\nExpected a string"],
  ["empty text", { out: "" }, 'c.json:2: Unexpected "" for out\nExpected a string that is not empty'],
  ["text for a list", { include: "user" }, 'c.json:2: Unexpected "user" for include\nExpected a list of strings'],
  ["a list of numbers", { exclude: [1] }, "c.json:2: Unexpected 1 for exclude[0]\nExpected a string"],
  ["text for a switch", { strict: "yes" }, 'c.json:2: Unexpected "yes" for strict\nExpected true or false'],
  [
    "a style near a known one",
    { enumStyle: "conts" },
    'c.json:2: Unexpected "conts" for enumStyle\nDid you mean const? Expected enum, const or union.',
  ],
  [
    "a field near a known one",
    { packageInfo: { licence: "MIT" } },
    'c.json:2: Unexpected field "licence" in packageInfo\nDid you mean license?',
  ],
  [
    "a field that the generator writes",
    { packageInfo: { exports: {} } },
    'c.json:2: Unexpected field "exports" in packageInfo\nExpected one of description, keywords, homepage,',
  ],
  [
    "text for fields",
    { packageInfo: "MIT" },
    'Unexpected "MIT" for packageInfo\nExpected an object with fields of package.json',
  ],
  ["an object", { docs: {} }, "c.json:2: Unexpected an object for docs\nExpected a string"],
  [
    "an unknown rule",
    { rules: { "link-cass": "off" } },
    'c.json:2: Unexpected rule "link-cass" in rules\nDid you mean link-case?',
  ],
  [
    "a rule that is not near a known one",
    { rules: { x: "off" } },
    'Unexpected rule "x" in rules\nExpected the name of a rule',
  ],
  [
    "an unknown level",
    { rules: { "link-case": "of" } },
    'Unexpected "of" for rules.link-case\nDid you mean off? Expected off, info, warning or error.',
  ],
  [
    "several mistakes",
    { docs: 1, out: "" },
    'c.json:2: Unexpected 1 for docs\nExpected a string.\nc.json:2: Unexpected "" for out',
  ],
  [
    "an unknown kind of heading",
    { vocabulary: { headings: { propertie: ["Felder"] } } },
    'Unexpected field "propertie" in vocabulary.headings\nDid you mean properties?',
  ],
  [
    "an unknown part of a vocabulary",
    { vocabulary: { heading: {} } },
    'Unexpected field "heading" in vocabulary\nDid you mean headings?',
  ],
  [
    "one word where a list is expected",
    { vocabulary: { notSupported: "nein" } },
    'Unexpected "nein" for vocabulary.notSupported\nExpected a list of strings',
  ],
  [
    "a namespace with a space",
    { namespace: "my service" },
    'Unexpected "my service" for namespace\nExpected a namespace such as company.service',
  ],
  ["a function", { docs: () => "x" }, "c.json:2: Unexpected function for docs\nExpected a string"],
];

it.each(wrong)("explains %s", (_, config, message) => {
  expect(() => check(config)).toThrow(message);
});

it("accepts every setting", () => {
  const config = defineConfig({
    docs: "docs",
    root: ".",
    out: "out",
    baseUrl: "https://host/v1.0",
    namespace: "harbour.logbook",
    vocabulary: {
      headings: { properties: ["Felder"], ignored: ["Fehler"] },
      columns: { name: ["Feld"] },
      permissionTypes: { application: ["Dienst"] },
      notSupported: ["nein"],
      types: { Ganzzahl: "Int32" },
    },
    packageName: "x",
    packageVersion: "1.0.0",
    authorizationUrl: "https://host/oauth2/authorize",
    tokenUrl: "https://host/oauth2/token",
    packageInfo: { license: "MIT", repository: { type: "git", url: "https://host/me/client.git" } },
    include: ["user"],
    exclude: [],
    enumStyle: "const",
    pageUrl: "https://host/{page}",
    shipDocs: true,
    strict: false,
    rules: { "link-case": "error", "todo-left": "off" },
  });
  expect(Object.keys(config)).toEqual(NAMES);
  expect(check(config)).toEqual(config);
});

it("accepts an empty config", () => {
  expect(check({})).toEqual({});
});
