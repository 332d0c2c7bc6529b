import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import process from "node:process";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { REPOSITORY } from "../support/node-docs.ts";
import { copyProject, makeFolder, removeFolder, runProgram } from "../support/tarball.ts";

let folder = "";
let project = "";
/** A module that has types and nothing else, and one of its types. */
let module = "";
let type = "";

const dist = (...parts: readonly string[]): string => path.join(project, "node_modules/graph-client/dist", ...parts);

beforeAll(async () => {
  folder = await makeFolder();
  project = await copyProject(inject("sampleProject"), folder);
  for (const name of (await readdir(dist())).filter((file) => file.endsWith(".js")).sort()) {
    if ((await readFile(dist(name), "utf8")).trim() !== "export {};" || name === "index.js") continue;
    module = name.replace(/\.js$/, "");
    break;
  }
  const text = await readFile(dist(`${module}.d.ts`), "utf8");
  type = /(?:export interface |\{ type )(\w+)/.exec(text)?.[1] ?? "";
}, 120_000);
afterAll(() => removeFolder(folder));

it("has modules of types alone", () => {
  expect([module, type]).toEqual([expect.stringMatching(/^\w+$/), expect.stringMatching(/^\w+$/)]);
});

const use = "\nexport const value: Used = {};\nconsole.log(JSON.stringify(value));\n";
const IMPORTS = [
  ["inside the braces", (): string => `import { type ${type} as Used } from "graph-client/${module}";${use}`],
  ["of the whole import", (): string => `import type { ${type} as Used } from "graph-client/${module}";${use}`],
  ["nowhere", (): string => `import { ${type} as Used } from "graph-client/${module}";${use}`],
] as const;

/** Compiles and runs a program; gives the JavaScript and what it printed. */
async function compileAndRun(name: string, text: string, options: object): Promise<readonly string[]> {
  await writeFile(path.join(project, `${name}.ts`), text);
  const compilerOptions = { module: "nodenext", target: "es2022", strict: true, types: [], lib: ["es2022", "dom"] };
  const settings = { compilerOptions: { ...compilerOptions, ...options }, files: [`${name}.ts`] };
  await writeFile(path.join(project, `tsconfig.${name}.json`), JSON.stringify(settings));
  const tsc = path.join(REPOSITORY, "node_modules/typescript/bin/tsc");
  await runProgram(process.execPath, [tsc, "-p", `tsconfig.${name}.json`], project);
  const script = await readFile(path.join(project, `${name}.js`), "utf8");
  return [script, await runProgram(process.execPath, [`${name}.js`], project)];
}

describe.each(IMPORTS)("a program that says `type` %s", (where, text) => {
  const name = `program-${IMPORTS.findIndex(([known]) => known === where)}`;

  it("runs in Node.js", async () => {
    expect((await compileAndRun(name, text(), {}))[1]).toBe("{}\n");
  });

  it("runs when esbuild has bundled it", async () => {
    const bundle = await build({
      stdin: { contents: text(), loader: "ts", resolveDir: project },
      bundle: true,
      format: "esm",
      write: false,
      logLevel: "silent",
    });
    expect(bundle.outputFiles[0]?.text).not.toContain("import");
    const script = ["--input-type=module", "-e", bundle.outputFiles[0]?.text ?? ""];
    expect(await runProgram(process.execPath, script, project)).toBe("{}\n");
  });
});

/** With this setting an import whose names are all types stays as an import without names. */
const VERBATIM = { verbatimModuleSyntax: true };

it("gives a verbatim import a module to load", async () => {
  const [script, printed] = await compileAndRun("verbatim", IMPORTS[0][1](), VERBATIM);
  expect(script).toContain(`import {} from "graph-client/${module}";`);
  expect(printed).toBe("{}\n");
});

it("gives a verbatim import a module to bundle", async () => {
  const bundle = await build({
    stdin: { contents: IMPORTS[0][1](), loader: "ts", resolveDir: project },
    bundle: true,
    format: "esm",
    write: false,
    logLevel: "silent",
    tsconfigRaw: { compilerOptions: VERBATIM },
  });
  expect(bundle.outputFiles[0]?.text).not.toMatch(/\bimport\b/);
});

it("would break such programs without its empty file", async () => {
  await rm(dist(`${module}.js`));
  await expect(compileAndRun("broken", IMPORTS[0][1](), VERBATIM)).rejects.toThrow("ERR_MODULE_NOT_FOUND");
});
