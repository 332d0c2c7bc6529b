import { mkdir, readFile, symlink, writeFile } from "node:fs/promises";
import path from "node:path";
import process from "node:process";
import { REPOSITORY } from "./repository.ts";
import { otherPackages, fences, guidePrograms } from "./readme-programs.ts";
import { json, startService, type Answer, type Received, type Service } from "./service.ts";
import { runProgram } from "./tarball.ts";

/** What became of the programs of the guides. */
export interface GuideReport {
  readonly programs: number;
  /** Messages of the compiler, and errors of the programs that ran. */
  readonly faults: readonly string[];
  /** Requests of the programs, as method and path. */
  readonly requests: readonly string[];
}

/** What the compiler is told, as for a program in a browser. */
const COMPILER = {
  target: "es2022",
  lib: ["es2022", "dom", "dom.iterable"],
  types: [],
  module: "nodenext",
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noPropertyAccessFromIndexSignature: true,
  verbatimModuleSyntax: true,
  outDir: "out",
  rootDir: "src",
};

/** A credential without an authority. */
const CREDENTIAL = `export class DefaultAzureCredential {
  getToken = async () => ({ token: "CREDENTIAL_TOKEN", expiresOnTimestamp: Date.now() + 3_600_000 });
}
`;

/**
 * Sends what is meant for the service of the documentation to one server on this machine, and everything else, such as
 * monitors and upload sessions, to another.
 */
const REDIRECT = `const [service, other, documented] = process.env.GUIDE_SERVERS.split(" ");
const send = globalThis.fetch;
globalThis.fetch = async (input, init) => {
  const url = new URL(input, other);
  const isDocumented = url.origin === service || /^(?:graph|staging)\\./.test(url.host);
  const target = isDocumented && url.pathname.startsWith(documented) ? service : other;
  const response = await send(new URL(url.pathname + url.search, target), init);
  if (!/json/.test(response.headers.get("content-type"))) return response;
  // Links lead to the server that the request was meant for.
  return new Response((await response.text()).replaceAll(target, url.origin), response);
};
`;

/** Runs the programs one after the other, and then a request with the client of each. */
const RUNNER = `import { readFileSync } from "node:fs";
const faults = [];
for (const file of JSON.parse(readFileSync("out/programs.json", "utf8"))) {
  try {
    const { client } = await import("./" + file);
    const request = { method: "GET", url: client?.baseUrl + "/check", headers: new Headers() };
    await client?.send({ ...request, retry: 0 });
  } catch (error) {
    faults.push(file + ": " + error);
  }
}
console.log("\\nFAULTS" + JSON.stringify(faults));
process.exit(0);
`;

/** Answers what the mock of the documentation does not: tokens, upload sessions and monitors. */
function answerOther({ method, url, headers }: Received): Answer {
  if (url === "/token") return { body: "FUNCTION_TOKEN" };
  const range = /^bytes \d+-(\d+)\/(\d+)$/.exec(headers["content-range"] ?? "");
  if (method === "PUT" && range !== null) {
    if (headers.authorization !== undefined) return { status: 401 };
    const next = Number(range[1]) + 1;
    return next === Number(range[2]) ? json({ id: "1" }, 201) : json({ nextExpectedRanges: [`${next}-`] }, 202);
  }
  return json({ status: "completed", resourceId: "1" });
}

async function writeGuides(project: string, packageName: string, guides: readonly string[], mockUrl: string) {
  const source = path.join(project, "src");
  const azure = path.join(project, "node_modules/@azure/identity");
  for (const folder of [source, azure, path.join(project, "out")]) await mkdir(folder, { recursive: true });
  const texts = await Promise.all(
    guides.map((guide) => readFile(path.join(project, "node_modules", packageName, guide), "utf8")),
  );
  const programs = texts.flatMap((text, index) => guidePrograms(text, packageName, `src/guide-${index + 1}`, mockUrl));
  for (const { path: file, text } of [...programs, otherPackages("src")]) {
    await writeFile(path.join(project, file), text);
  }
  const scripts = texts.flatMap((text) => fences(text, "js"));
  for (const [index, text] of scripts.entries())
    await writeFile(path.join(project, `out/script-${index + 1}.cjs`), text);
  const names = programs.map(({ path: file }) => `${path.basename(file, ".ts")}.js`);
  const all = [...names, ...scripts.map((_, index) => `script-${index + 1}.cjs`)];
  await symlink(path.join(REPOSITORY, "node_modules/msw"), path.join(project, "node_modules/msw"), "junction");
  await writeFile(path.join(azure, "package.json"), '{ "type": "module", "exports": "./index.js" }');
  await writeFile(path.join(azure, "index.js"), CREDENTIAL);
  await writeFile(path.join(project, "out/programs.json"), JSON.stringify(all));
  await writeFile(path.join(project, "out/redirect.mjs"), REDIRECT);
  await writeFile(path.join(project, "out/run.mjs"), RUNNER);
  return { programs: programs.map(({ path: file }) => file), count: all.length };
}

async function compile(project: string, programs: readonly string[]): Promise<readonly string[]> {
  const files = [...programs, "src/other-packages.d.ts"];
  await writeFile(path.join(project, "tsconfig.guides.json"), JSON.stringify({ compilerOptions: COMPILER, files }));
  const tsc = path.join(REPOSITORY, "node_modules/typescript/bin/tsc");
  const said = await runProgram(process.execPath, [tsc, "-p", "tsconfig.guides.json"], project).catch(String);
  return said.split("\n").filter((line) => line !== "");
}

async function run(project: string, mockUrl: string, others: Service): Promise<readonly string[]> {
  const { origin, pathname } = new URL(mockUrl);
  process.env.GUIDE_SERVERS = [origin, others.origin, pathname].join(" ");
  const printed = await runProgram(process.execPath, ["--import", "./out/redirect.mjs", "out/run.mjs"], project);
  const faults: unknown = JSON.parse(/^FAULTS(.*)$/m.exec(printed)?.[1] ?? '["no report"]');
  return Array.isArray(faults) ? faults.map(String) : [];
}

/**
 * Compiles the programs of the guides of an installed package, and runs them against real servers.
 *
 * @param project project in which the package is installed; programs are written to it
 * @param packageName name of the package
 * @param guides paths of the guides in the package
 * @param mockUrl base URL of a mock of the documentation
 */
export async function runGuides(
  project: string,
  packageName: string,
  guides: readonly string[],
  mockUrl: string,
): Promise<GuideReport> {
  const { programs, count } = await writeGuides(project, packageName, guides, mockUrl);
  const complaints = await compile(project, programs);
  const others = await startService(answerOther);
  try {
    const faults = await run(project, mockUrl, others);
    const requests = others.received.map(({ method, url }) => `${method} ${url}`);
    return { programs: count, faults: [...complaints, ...faults], requests };
  } finally {
    await others.close();
  }
}
