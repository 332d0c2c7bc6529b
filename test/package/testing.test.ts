import { mkdir, readFile, symlink, writeFile } from "node:fs/promises";
import path from "node:path";
import process from "node:process";
import { build } from "esbuild";
import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { openPage } from "../support/browser.ts";
import { REPOSITORY } from "../support/node-docs.ts";
import { containing } from "../support/serve.ts";
import { startService, type Answer } from "../support/service.ts";
import { copyProject, makeFolder, removeFolder, runProgram } from "../support/tarball.ts";

const MSW = path.join(REPOSITORY, "node_modules/msw");

/** A test of a user, without a test runner: it collects what the calls return. */
const CALLS = `
import { batch, paginate, type GraphClient } from "graph-client/runtime";
import { examples, failure, pages, throttled, inTurn, type Replies } from "graph-client/testing";
import {
  getWindowsAutopilotDeviceIdentity as getDevice,
  listWindowsAutopilotDeviceIdentities as listDevices,
  deleteWindowsAutopilotDeviceIdentity as deleteDevice,
} from "graph-client/windowsAutopilotDeviceIdentity";

export const replies = {
  getWindowsAutopilotDeviceIdentity: inTurn(throttled(0), { serialNumber: "S-1" }),
  listWindowsAutopilotDeviceIdentities: pages([{ serialNumber: "S-1" }], [{ serialNumber: "S-2" }]),
  deleteWindowsAutopilotDeviceIdentity: failure(403, "Denied"),
} satisfies Replies;

export async function callAll(client: GraphClient): Promise<unknown> {
  const { request } = examples.getWindowsAutopilotDeviceIdentity;
  const serialNumbers: (string | undefined)[] = [];
  for await (const device of paginate(client, listDevices, {})) serialNumbers.push(device.serialNumber);
  const { one } = await batch(client, (b) => ({ one: getDevice(b, request) }));
  const denied = await deleteDevice(client, request).catch((error: unknown) => String(error));
  return { one, two: (await getDevice(client, request)).serialNumber, serialNumbers, denied };
}
`;

const CLIENT = `
import { createTestClient } from "graph-client/testing";
import { callAll, replies } from "./calls.js";

console.log(JSON.stringify(await callAll(createTestClient(replies))));
`;

const BROWSER = `
import { createClient } from "graph-client/runtime";
import { handlers } from "graph-client/testing/msw";
import { setupWorker } from "msw/browser";
import { callAll, replies } from "./calls.js";

async function run() {
  const worker = setupWorker(...handlers);
  await worker.start({ quiet: true, onUnhandledRequest: "bypass" });
  worker.use(
    handlers.getWindowsAutopilotDeviceIdentity(replies.getWindowsAutopilotDeviceIdentity),
    handlers.listWindowsAutopilotDeviceIdentities(replies.listWindowsAutopilotDeviceIdentities),
    handlers.deleteWindowsAutopilotDeviceIdentity(replies.deleteWindowsAutopilotDeviceIdentity),
  );
  return await callAll(createClient({ token: "secret" }));
}

const report = await run().then(JSON.stringify, (error: unknown) => \`failed: \${String(error)}\`);
await fetch("/report", { method: "POST", body: report });
`;

const WANTED = {
  one: { serialNumber: "S-1" },
  two: "S-1",
  serialNumbers: ["S-1", "S-2"],
  denied: containing("(403 Denied)"),
};

let folder = "";
let project = "";

beforeAll(async () => {
  folder = await makeFolder();
  project = await copyProject(inject("sampleProject"), folder);
  await mkdir(path.join(project, "src"));
  const files = { "calls.ts": CALLS, "client.ts": CLIENT, "browser.ts": BROWSER };
  for (const [name, text] of Object.entries(files)) await writeFile(path.join(project, "src", name), text);
});
afterAll(() => removeFolder(folder));

/** Compiles a program to `out/`; gives what the compiler complains of. */
async function compile(compiler: string, file: string, options: object): Promise<string> {
  const settings = path.join(project, `tsconfig.${path.basename(compiler)}.${file}.json`);
  const compilerOptions = {
    target: "es2022",
    module: "nodenext",
    strict: true,
    exactOptionalPropertyTypes: true,
    rootDir: "src",
    outDir: "out",
    ...options,
  };
  await writeFile(settings, JSON.stringify({ compilerOptions, files: [`src/${file}`] }));
  const tsc = path.join(REPOSITORY, compiler, "bin/tsc");
  return await runProgram(process.execPath, [tsc, "-p", settings], project).catch(String);
}

it.each(["test/package/typescript-5.4/node_modules/typescript", "node_modules/typescript", "node_modules/typescript7"])(
  "compiles and runs a test with a test client, with %s, without MSW",
  async (compiler) => {
    const types = { lib: ["es2022"], types: ["node"], typeRoots: [path.join(REPOSITORY, "node_modules/@types")] };
    expect(await compile(compiler, "client.ts", types)).toBe("");
    expect(JSON.parse(await runProgram(process.execPath, ["out/client.js"], project))).toEqual(WANTED);
  },
);

/** Page, script and worker script of a program in a browser. */
function serveFiles(script: string, worker: string, report: (text: string) => void) {
  const js = (body: string): Answer => ({ headers: { "content-type": "text/javascript" }, body });
  return startService(({ method, url, body }) => {
    if (method === "POST") report(body);
    if (url === "/script.js") return js(script);
    if (url === "/mockServiceWorker.js") return js(worker);
    return { headers: { "content-type": "text/html" }, body: '<script type="module" src="/script.js"></script>' };
  });
}

it("answers a program in a browser with handlers for MSW", async () => {
  await symlink(MSW, path.join(project, "node_modules/msw"), "junction");
  const types = { lib: ["es2022", "dom", "dom.iterable"], types: [], skipLibCheck: true };
  expect(await compile("node_modules/typescript", "browser.ts", types)).toBe("");
  const entryPoints = [path.join(project, "src/browser.ts")];
  const bundle = await build({ entryPoints, bundle: true, format: "esm", write: false });
  const worker = await readFile(path.join(MSW, "lib/mockServiceWorker.js"), "utf8");
  const reports: ((text: string) => void)[] = [];
  const reported = new Promise<string>((resolve) => reports.push(resolve));
  const service = await serveFiles(bundle.outputFiles[0]?.text ?? "", worker, (text) => {
    for (const report of reports) report(text);
  });
  const place = await makeFolder();
  const page = await openPage(service.origin.replace("127.0.0.1", "localhost"), place);
  try {
    expect(JSON.parse(await Promise.race([reported, page.crashed]))).toEqual(WANTED);
  } finally {
    await page.close();
    await service.close();
    await removeFolder(place);
  }
});
