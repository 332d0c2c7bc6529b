import process from "node:process";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { SIZES } from "../../generator/emit/readme/sections/project.ts";
import { createNodeHost } from "../../generator/host/node-host.ts";
import { createContext } from "../support/command-line.ts";
import { startMock, type RunningMock } from "../support/mock-command.ts";
import { runGuides } from "../support/readme-run.ts";
import { copyProject, makeFolder, removeFolder } from "../support/tarball.ts";

let folder = "";
let project = "";
let mock: RunningMock;

beforeAll(async () => {
  folder = await makeFolder();
  project = await copyProject(inject("sampleProject"), folder);
  mock = await startMock(createContext(createNodeHost(), process.cwd()).context);
});
afterAll(async () => {
  await mock.close();
  await removeFolder(folder);
});

it("contains programs that compile and run", async () => {
  const { programs, faults } = await runGuides(
    project,
    "graph-client",
    ["README.md", "skills/graph-client/SKILL.md"],
    mock.baseUrl,
  );
  expect(faults).toEqual([]);
  expect(programs).toBeGreaterThan(20);
  const received = mock.output().match(/^\d+ \w+ \S+$/gm) ?? [];
  expect(received.length).toBeGreaterThan(programs);
  // The programs about errors and the check of each client are allowed to fail.
  expect(received.filter((line) => !line.startsWith("2") && !line.endsWith("/check"))).toEqual([]);
});

/** Size of a compressed program that makes one call and uses a part of the runtime. */
async function sizeOf(part: string): Promise<number> {
  const contents = `import { createClient, ${part} as part } from "graph-client/runtime";
import { getWindowsAutopilotDeviceIdentity as call } from "graph-client/windowsAutopilotDeviceIdentity";
console.log(part, await call(createClient({ token: "" }), { path: { windowsAutopilotDeviceIdentityId: "1" } }));`;
  const stdin = { contents, resolveDir: project };
  const bundle = await build({ stdin, bundle: true, format: "esm", minify: true, write: false });
  return gzipSync(bundle.outputFiles[0]?.contents ?? new Uint8Array(), { level: 9 }).length;
}

it("states sizes that bundles do not exceed", async () => {
  const base = await sizeOf("createClient");
  for (const [part, kilobytes] of SIZES) {
    const size = (await sizeOf(part)) - (part === "createClient" ? 0 : base);
    expect(size, part).toBeLessThanOrEqual(kilobytes * 1000);
    expect(size, `${part} is smaller than stated`).toBeGreaterThan(kilobytes * 500);
  }
});
