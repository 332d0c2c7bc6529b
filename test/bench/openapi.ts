import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import process from "node:process";
import { z } from "zod";
import { createNodeHost } from "../../generator/host/node-host.ts";
import { createDocument } from "../../generator/openapi/document.ts";
import { toVersion30 } from "../../generator/openapi/version-3-0.ts";
import { readModel } from "../../generator/pipeline.ts";
import { resolveSettings } from "../../generator/settings.ts";
import { findProblems } from "../openapi/lint-document.ts";
import { findBases, narrowingProgram } from "./openapi/narrowing.ts";
import { ASK_SCRIPT, MSW_SCRIPT, PRISM_SCRIPT, ZOD_SCRIPT } from "./openapi/peer-scripts.ts";
import { documentedRequests } from "./openapi/requests.ts";
import { installPeers } from "./package/install.ts";

/** Programs that read OpenAPI documents, pinned to the last versions that run on Node 20. */
const READERS: Readonly<Record<string, string>> = {
  "@hey-api/openapi-ts": "0.95.0",
  "@mswjs/source": "0.5.0",
  "@stoplight/prism-cli": "5.14.2",
  msw: "2.15.0",
  "openapi-typescript": "7.13.0",
  tsx: "4.23.15",
  typescript: "5.9.3",
  zod: "4.6.7",
};

const problemsShape = z.array(z.string().nullable());

/**
 * Feeds the OpenAPI document of docs to the programs that people use with it, and prints what each makes of it.
 *
 * @param flags folder of the docs, and of what they include
 * @returns whether each reader accepts the document, narrows subtypes, and answers as documented
 */
export async function measureReaders(flags: Parameters<typeof resolveSettings>[2]): Promise<boolean> {
  const host = createNodeHost();
  const model = await readModel(host, await resolveSettings(host, process.cwd(), flags));
  const document = createDocument(model, { title: "reference", version: "1.0.0" });
  const results: boolean[] = [];
  for (const [version, made] of [["3.1", document] as const, ["3.0", toVersion30(document)] as const]) {
    const errors = (await findProblems(made, "recommended", {})).filter(({ severity }) => severity === "error");
    results.push(
      print(
        `Redocly, OpenAPI ${version}: errors`,
        errors.map(({ message }) => message),
        errors.length,
      ),
    );
  }
  const folder = mkdtempSync(path.join(tmpdir(), "graph-docs-openapi-"));
  try {
    prepare(folder, document);
    const bases = findBases(document);
    const types = { "openapi-typescript": openapiTypescript(folder), "@hey-api/openapi-ts": heyApi(folder) };
    for (const [reader, typeOf] of Object.entries(types)) {
      const program = bases.map((base, index) => narrowingProgram(base, typeOf(base.schema), index)).join("\n");
      const errors = compile(folder, `narrow${reader.replace(/\W+/g, "-")}`, program);
      const subtypes = bases.reduce((sum, base) => sum + base.subtypes.length, 0);
      results.push(print(`${reader}: compiles, and ${subtypes} subtypes of ${bases.length} bases narrow`, errors));
    }
    results.push(printScript(folder, "zod plugin of hey-api: accepts the examples", "zod.ts"));
    results.push(printScript(folder, "Prism: answers as documented", "prism.mjs"));
    // Its patterns read parentheses as regular expressions, so it cannot find functions with arguments in their path.
    results.push(printScript(folder, "@mswjs/source: answers as documented", "msw.mjs", /no response \(\S+ \S*\(/));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return results.every((isRight) => isRight);
}

function prepare(folder: string, document: ReturnType<typeof createDocument>): void {
  symlinkSync(path.join(installPeers(READERS), "node_modules"), path.join(folder, "node_modules"));
  const files = {
    "package.json": JSON.stringify({ private: true, type: "module" }),
    "openapi.json": JSON.stringify(document),
    "requests.json": JSON.stringify(documentedRequests(document)),
    "ask.mjs": ASK_SCRIPT,
    "msw.mjs": MSW_SCRIPT,
    "prism.mjs": PRISM_SCRIPT,
    "zod.ts": ZOD_SCRIPT,
  };
  mkdirSync(folder, { recursive: true });
  for (const [file, text] of Object.entries(files)) writeFileSync(path.join(folder, file), text);
}

/** Runs a reader and returns how its types are written. */
function openapiTypescript(folder: string): (schema: string) => string {
  run(folder, "openapi-typescript", "openapi.json", "-o", "openapi.ts");
  return (schema) => `import("./openapi.ts").components["schemas"][${JSON.stringify(schema)}]`;
}

function heyApi(folder: string): (schema: string) => string {
  run(folder, "openapi-ts", "-i", "openapi.json", "-o", "hey-api", "-p", "@hey-api/typescript", "@hey-api/sdk", "zod");
  const text = readFileSync(path.join(folder, "hey-api/types.gen.ts"), "utf8");
  const names = [...text.matchAll(/^export type (\w+) =/gm)].map(([, name = ""]) => name);
  const byName = new Map(names.map((name) => [name.toLowerCase(), name]));
  return (schema) =>
    `import("./hey-api/types.gen.ts").${byName.get(schema.replace(/\W/g, "").toLowerCase()) ?? "none"}`;
}

function run(folder: string, program: string, ...args: readonly string[]): string {
  const file = path.join(folder, "node_modules/.bin", program);
  return execFileSync(file, args, { cwd: folder, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
}

function compile(folder: string, name: string, program: string): readonly string[] {
  writeFileSync(path.join(folder, `${name}.ts`), program);
  const options = ["--noEmit", "--strict", "--skipLibCheck", "--allowImportingTsExtensions"];
  try {
    run(folder, "tsc", ...options, "--target", "es2022", "--module", "nodenext", `${name}.ts`);
    return [];
  } catch (error) {
    const shown = z.object({ stdout: z.string() }).safeParse(error);
    return shown.success ? shown.data.stdout.trim().split("\n") : [String(error)];
  }
}

/**
 * Runs a script that prints the problem of each item, and prints how many have none.
 *
 * @param limit problems of the reader itself, which are printed and do not count as ours
 */
function printScript(folder: string, title: string, script: string, limit = /^$/): boolean {
  const files = script === "zod.ts" ? ["requests.json"] : ["openapi.json", "requests.json"];
  const lines = run(folder, "tsx", script, ...files)
    .trim()
    .split("\n");
  const parsed: unknown = JSON.parse(lines.at(-1) ?? "[]");
  const problems = problemsShape.parse(parsed);
  const found = problems.flatMap((problem) => (problem === null ? [] : [problem]));
  print(title, found, `${problems.length - found.length} of ${problems.length}`);
  return found.every((problem) => limit.test(problem));
}

function print(title: string, problems: readonly string[], figure?: string | number): boolean {
  console.log(`${title}: ${figure ?? (problems.length === 0 ? "yes" : "no")}`);
  for (const problem of problems.slice(0, 10)) console.log(`    ${problem}`);
  return problems.length === 0;
}
