import fc from "fast-check";
import { format } from "prettier";
import { expect, it } from "vitest";
import { formatFiles } from "../../generator/output/format.ts";
import { patchOutput } from "../../generator/output/patch.ts";
import { planOutput } from "../../generator/output/plan.ts";
import { createMemoryHost } from "../support/memory-host.ts";

it("formats code, JSON and Markdown, and no other files", async () => {
  const formatted = await formatFiles([
    { path: "a.ts", text: "export const a   = {b:'c'}" },
    { path: "package.json", text: '{"name":"x","files":["a"]}' },
    { path: "README.md", text: "*  a\n" },
    { path: "notes.txt", text: "*  a\n" },
  ]);
  expect(formatted.map(({ text }) => text)).toEqual([
    'export const a = { b: "c" };\n',
    '{ "name": "x", "files": ["a"] }\n',
    "- a\n",
    "*  a\n",
  ]);
});

it("names the file that cannot be parsed", async () => {
  await expect(formatFiles([{ path: "bad.ts", text: "export const = ;" }])).rejects.toThrow("bad.ts cannot be parsed");
});

it("reports the number of formatted files", async () => {
  const seen: number[] = [];
  await formatFiles(
    [
      { path: "a.txt", text: "" },
      { path: "b.txt", text: "" },
    ],
    (done) => void seen.push(done),
  );
  expect(seen).toEqual([1, 2]);
});

it("prints the changes as a unified diff", async () => {
  const host = createMemoryHost({ "/out/a.ts": "one\ntwo\n", "/out/same.ts": "same\n" });
  const plan = await planOutput(host, "/out", [
    { path: "a.ts", text: "one\nthree\n" },
    { path: "same.ts", text: "same\n" },
  ]);
  const patch = patchOutput({ ...plan, files: plan.files.filter(({ path }) => path.endsWith(".ts")) });
  expect(patch).toBe("--- a/a.ts\n+++ b/a.ts\n@@ -1,2 +1,2 @@\n one\n-two\n+three\n");
});

it("skips only JSON that Prettier would not change", async () => {
  const json = fc.letrec((tie) => ({
    value: fc.oneof({ depthSize: "small" }, fc.string(), fc.integer(), fc.array(tie("value")), tie("object")),
    object: fc.dictionary(fc.string(), tie("value"), { maxKeys: 4 }),
  })).object;
  const spacing = fc.constantFrom(undefined, 1, 2);
  await fc.assert(
    fc.asyncProperty(json, spacing, async (value, space) => {
      const text = `${JSON.stringify(value, null, space)}\n`;
      const [file] = await formatFiles([{ path: "a.json", text }]);
      expect(file?.text).toBe(await format(text, { parser: "json", printWidth: 100 }));
    }),
  );
});

const CODE = "export interface A<T extends string = 'b'> extends B { readonly c?:T|null; [key:string]:unknown }\n";

it("formats TypeScript as its own parser would", async () => {
  const [file] = await formatFiles([{ path: "a.ts", text: CODE }]);
  expect(file?.text).toBe(await format(CODE, { parser: "typescript", printWidth: 100 }));
});

it("formats TypeScript inside Markdown", async () => {
  const [file] = await formatFiles([{ path: "a.md", text: "```ts\nconst a   = <const T,>(b:T)=>b\n```\n" }]);
  expect(file?.text).toBe("```ts\nconst a = <const T>(b: T) => b;\n```\n");
});
