import { readFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { COMPILERS, compile, removePackage, writePackage } from "../support/package-folder.ts";
import { REPOSITORY } from "../support/repository.ts";

const RUNTIME = path.join(REPOSITORY, "generator/output/runtime");
const IMPORT = 'import { createClient, exactIntegers, type Int64 } from "graph-client/runtime";';
const CLIENT = "export const client = createClient({ json: exactIntegers });";

/** The declaration that the comment of `exactIntegers` shows. */
const comment = readFileSync(path.join(RUNTIME, "json.ts"), "utf8").replace(/^ \* ?/gm, "");
const [declaration = ""] = /^declare module [\s\S]*?^\}$/m.exec(comment) ?? [];

/** Programs, of which a compiler refuses the lines that end with `// refused`. */
const PROGRAMS: readonly (readonly [name: string, lines: readonly string[]])[] = [
  [
    "is a number without a declaration",
    ["export const size: Int64 = 1;", "export const n: number = size;", "export const big: Int64 = 2n; // refused"],
  ],
  [
    "is what the comment of `exactIntegers` declares",
    [
      declaration,
      "export const all: Int64[] = [1, 9007199254740993n];",
      "export const n: bigint = BigInt(all[0] ?? 0);",
      "declare const size: Int64;",
      "export const rounded: number = size; // refused",
      'export const text: Int64 = "1"; // refused',
    ],
  ],
  [
    "is another type that the program declares",
    [
      declaration.replace("number | bigint", "bigint"),
      "export const size: Int64 = 1n;",
      "export const small: Int64 = 1; // refused",
    ],
  ],
];

describe.each(PROGRAMS)("Int64 %s", (_, lines) => {
  const text = [IMPORT, ...lines, CLIENT].join("\n");
  let folder = "";

  beforeAll(() => {
    const settings = {
      compilerOptions: {
        noEmit: true,
        strict: true,
        skipLibCheck: true,
        target: "es2022",
        module: "esnext",
        moduleResolution: "bundler",
        allowImportingTsExtensions: true,
        types: [],
        paths: { "graph-client/runtime": [path.join(RUNTIME, "index.ts")] },
      },
      files: ["program.ts"],
    };
    folder = writePackage([
      { path: "program.ts", text },
      { path: "tsconfig.json", text: JSON.stringify(settings) },
    ]);
  });
  afterAll(() => {
    removePackage(folder);
  });

  it.each(COMPILERS)("in %s", (_name, compiler) => {
    const refused = text.split("\n").flatMap((line, index) => (line.endsWith("// refused") ? [index + 1] : []));
    const reported = [...compile(compiler, folder).matchAll(/^(?:\S+\/)?([\w.]+)\((\d+),\d+\): error (TS\d+)/gm)];
    expect(reported.map(([, ...where]) => where)).toEqual(
      refused.map((line) => ["program.ts", String(line), "TS2322"]),
    );
  });
});
