import fc from "fast-check";
import { format } from "prettier";
import { expect, it } from "vitest";
import type { ApiModel } from "../../generator/api/model.ts";
import { jsonFile } from "../../generator/emit/package/json-file.ts";
import { codeSpan, table } from "../../generator/emit/readme/markdown-text.ts";
import type { OutputFile } from "../../generator/emit/model.ts";
import { PRINT_WIDTH } from "../../generator/emit/model.ts";
import { readmeOfModel } from "../support/readme-file.ts";
import { isFormattedBlock } from "../../generator/emit/readme/is-formatted.ts";
import { DEVICE_MODEL } from "../support/device-model.ts";

const OPTIONS = { printWidth: PRINT_WIDTH, proseWrap: "never", endOfLine: "lf" } as const;

/** Prettier leaves a formatted text unchanged. */
async function expectFormatted({ path, text, formatted }: OutputFile): Promise<void> {
  if (formatted === true) expect(await format(text, { ...OPTIONS, filepath: path })).toBe(text);
}

const word = fc.stringMatching(/^[a-zA-Z][a-zA-Z0-9]{0,40}$/);
const sign = fc.constantFrom(...Array.from("ab1 .,:;-*_`~#<>[](){}|\\/\"'&!?+=@$%^ ßあ"));
const text = fc.oneof(word, fc.string({ maxLength: 30 }), fc.string({ unit: sign, maxLength: 40 }));

it("detects JSON that Prettier leaves unchanged", async () => {
  const leaf = fc.oneof(text, fc.boolean(), fc.integer(), fc.constant(null));
  const value = fc.letrec((tie) => ({
    any: fc.oneof(
      { maxDepth: 4 },
      leaf,
      fc.array(text, { maxLength: 8 }),
      fc.array(tie("any"), { maxLength: 3 }),
      fc.dictionary(text, tie("any"), { maxKeys: 4 }),
    ),
  })).any;
  await fc.assert(
    fc.asyncProperty(fc.dictionary(text, value, { maxKeys: 5 }), (object) =>
      expectFormatted(jsonFile("a.json", object)),
    ),
    { numRuns: 400 },
  );
});

it("detects prose that Prettier leaves unchanged", async () => {
  const parts = fc.array(fc.oneof(text, text.map(codeSpan)), { minLength: 1, maxLength: 4 });
  const block = fc.tuple(fc.constantFrom("", "# ", "## "), parts).map(([start, all]) => start + all.join(" "));
  await fc.assert(
    fc.asyncProperty(block, (block) =>
      expectFormatted({ path: "a.md", text: `${block}\n`, formatted: isFormattedBlock(block) }),
    ),
    { numRuns: 400 },
  );
});

it("formats tables as Prettier does", async () => {
  const cell = fc.oneof(word, text.map(codeSpan), fc.array(word.map(codeSpan), { maxLength: 3 }).map(String));
  const rows = fc.array(fc.tuple(cell, cell, cell), { maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(fc.tuple(word, word, word), rows, (header, rows) => {
      const printed = table(header, rows);
      return expectFormatted({ path: "a.md", text: `${printed}\n`, formatted: isFormattedBlock(printed) });
    }),
    { numRuns: 300 },
  );
});

/** The same API with other names of requests, and without text that Prettier could write in another way. */
function renamed(model: ApiModel, start: string): ApiModel {
  const operations = model.operations.map((each, index) => ({
    ...each,
    name: `${start}${index}`,
    examples: each.examples.filter(({ request }) => !JSON.stringify(request?.body).includes("*/")),
  }));
  return { ...model, operations };
}

it("detects READMEs that Prettier leaves unchanged, with any names", async () => {
  const name = fc.oneof(word, text, fc.constantFrom("@me/client", "my_client", "a.b-c"));
  await fc.assert(
    fc.asyncProperty(name, fc.stringMatching(/^[a-z][a-zA-Z0-9]{0,70}$/), (packageName, start) => {
      const model = renamed(DEVICE_MODEL, start);
      return expectFormatted(readmeOfModel(packageName, model));
    }),
    { numRuns: 60 },
  );
});

it("leaves only the modules of a plain package to the formatter", () => {
  const plain = { private: true, files: ["dist"], repository: { type: "git" } };
  const model = renamed(DEVICE_MODEL, "call");
  expect(readmeOfModel("devices", model).formatted).toBe(true);
  expect(jsonFile("package.json", plain).formatted).toBe(true);
});
