import { cp, mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import process from "node:process";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { openPage } from "../support/browser.ts";
import { REPOSITORY } from "../support/node-docs.ts";
import { otherPackages, guidePrograms } from "../support/readme-programs.ts";
import { copyProject, makeFolder, removeFolder, runProgram } from "../support/tarball.ts";
import { EXPECTED_REPORT, startDeviceService } from "./device-service.ts";

let folder = "";
let project = "";

beforeAll(async () => {
  folder = await makeFolder();
  project = await copyProject(inject("sampleProject"), folder);
  await cp(path.join(import.meta.dirname, "programs"), path.join(project, "src"), { recursive: true });
  const readme = await readFile(path.join(project, "node_modules/graph-client/README.md"), "utf8");
  for (const file of [...guidePrograms(readme, "graph-client", "src/readme"), otherPackages("src")]) {
    await writeFile(path.join(project, file.path), file.text);
  }
});
afterAll(() => removeFolder(folder));

const COMPILERS = [
  ["5.4", "test/package/typescript-5.4/node_modules/typescript"],
  ["5.9", "node_modules/typescript"],
  ["7", "node_modules/typescript7"],
] as const;

const RESOLUTIONS = [
  ["node16", "node16"],
  ["nodenext", "nodenext"],
  ["bundler", "esnext"],
] as const;

/** What strict users set; all that the package declares is checked, but not what comes with the compiler. */
const STRICT = {
  noEmit: true,
  target: "es2022",
  strict: true,
  skipLibCheck: false,
  skipDefaultLibCheck: true,
  verbatimModuleSyntax: true,
  isolatedModules: true,
  noUncheckedIndexedAccess: true,
  noPropertyAccessFromIndexSignature: true,
  forceConsistentCasingInFileNames: true,
};

const BROWSER = { lib: ["es2022", "dom", "dom.iterable"], types: [] };
const NODE = { lib: ["es2022"], types: ["node"], typeRoots: [path.join(REPOSITORY, "node_modules/@types")] };

/** Compiles the programs; gives what the compiler complains of. */
async function compile(compiler: string, name: string, files: readonly string[], options: object): Promise<string> {
  const settings = path.join(project, `tsconfig.${name}.json`);
  await writeFile(settings, JSON.stringify({ compilerOptions: { ...STRICT, ...options }, files }));
  const tsc = path.join(REPOSITORY, compiler, "bin/tsc");
  return await runProgram(process.execPath, [tsc, "-p", settings], project).catch(String);
}

async function sources(...without: readonly string[]): Promise<readonly string[]> {
  const names = await readdir(path.join(project, "src"));
  return names.filter((name) => !without.includes(name)).map((name) => `src/${name}`);
}

describe.each(COMPILERS)("TypeScript %s", (version, compiler) => {
  it("is that version", async () => {
    const shown = await runProgram(process.execPath, [path.join(REPOSITORY, compiler, "bin/tsc"), "--version"], folder);
    expect(shown).toContain(`Version ${version}`);
  });

  it.concurrent.each(RESOLUTIONS)("compiles a program for browsers with %s resolution", async (resolution, module) => {
    const options = { ...BROWSER, module, moduleResolution: resolution, exactOptionalPropertyTypes: true };
    expect(await compile(compiler, `${version}-${resolution}`, await sources("node.ts"), options)).toBe("");
  });

  it.concurrent("compiles a program for browsers without exact optional properties", async () => {
    const options = { ...BROWSER, module: "nodenext", exactOptionalPropertyTypes: false };
    expect(await compile(compiler, `${version}-inexact`, await sources("node.ts"), options)).toBe("");
  });

  it.concurrent("compiles a program for Node.js, without the types of browsers", async () => {
    const options = { ...NODE, module: "nodenext", exactOptionalPropertyTypes: true };
    expect(await compile(compiler, `${version}-node`, await sources("browser.ts"), options)).toBe("");
  });
});

const MISTAKES: readonly (readonly [name: string, code: string, complaint: string])[] = [
  [
    "a property that the body has not",
    'void updateDevice(client, { path: { windowsAutopilotDeviceIdentityId: "1" }, body: { groupTags: "" } });',
    "Did you mean to write 'groupTag'?",
  ],
  [
    "a request without its keys",
    "void updateDevice(client, { body: {} });",
    "not assignable to parameter of type 'UpdateWindowsAutopilotDeviceIdentityOptions'",
  ],
  [
    "a value that the enum has not",
    'export const device: Device = { enrollmentState: "lost" };',
    '"lost"\' is not assignable',
  ],
  [
    "a page in place of its items",
    "void listDevices(client).then(({ length }) => length);",
    "Property 'length' does not exist",
  ],
];

it("lets the compiler find mistakes", async () => {
  const given = `import type { GraphClient } from "graph-client/runtime";
import {
  listWindowsAutopilotDeviceIdentities as listDevices,
  updateWindowsAutopilotDeviceIdentity as updateDevice,
  type WindowsAutopilotDeviceIdentity as Device,
} from "graph-client/windowsAutopilotDeviceIdentity";
declare const client: GraphClient;
export { client, listDevices, updateDevice, type Device };
`;
  await mkdir(path.join(project, "mistakes"));
  const files = MISTAKES.map((_, index) => `mistakes/${index}.ts`);
  for (const [index, [, code]] of MISTAKES.entries()) {
    await writeFile(path.join(project, `mistakes/${index}.ts`), `${given}${code}\n`);
  }
  const said = await compile("node_modules/typescript", "mistakes", files, { ...BROWSER, module: "nodenext" });
  for (const [index, [name, , complaint]] of MISTAKES.entries()) {
    const own = said.split("\n").filter((line) => line.startsWith(`mistakes/${index}.ts`));
    expect(own, name).toHaveLength(1);
    expect(own[0], name).toContain(complaint);
  }
});

it("keeps the inside of the runtime to itself", async () => {
  const script = 'import("graph-client/runtime/client").then(() => "open", (error) => error.code).then(console.log)';
  expect(await runProgram(process.execPath, ["-e", script], project)).toBe("ERR_PACKAGE_PATH_NOT_EXPORTED\n");
});

describe("the program", () => {
  it("runs in Node.js", async () => {
    const options = { ...NODE, module: "nodenext", noEmit: false, rootDir: "src", outDir: "out", skipLibCheck: true };
    expect(await compile("node_modules/typescript", "run", ["src/node.ts"], options)).toBe("");
    const service = await startDeviceService("");
    try {
      const printed = await runProgram(process.execPath, ["out/node.js", `${service.origin}/v1.0`], project);
      expect(JSON.parse(printed)).toEqual(EXPECTED_REPORT);
    } finally {
      await service.close();
    }
  });

  it("runs in a browser, bundled", async () => {
    const bundle = await build({
      entryPoints: [path.join(project, "src/browser.ts")],
      bundle: true,
      format: "esm",
      minify: true,
      write: false,
    });
    const service = await startDeviceService(bundle.outputFiles[0]?.text ?? "");
    const place = await makeFolder();
    const page = await openPage(service.origin, place);
    try {
      expect(JSON.parse(await Promise.race([service.reported, page.crashed]))).toEqual(EXPECTED_REPORT);
    } finally {
      await page.close();
      await service.close();
      await removeFolder(place);
    }
  });
});
