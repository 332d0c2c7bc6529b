import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createNodeHost } from "../../generator/host/node-host.ts";
import { runCommandIn } from "../support/command-line.ts";
import { writeFiles } from "../support/program.ts";
import { REPOSITORY } from "../support/repository.ts";

let folder = "";

const MAIN = `import { listWindowsAutopilotDeviceIdentities } from "graph-client";
export const first = listWindowsAutopilotDeviceIdentities;
`;

/** The package of the sample, which need not be installed or built. */
const PATHS = { "graph-client": [path.join(REPOSITORY, "generated/src/index.ts")] };

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "graph-docs-scopes-"));
  await writeFiles(folder, {
    "tsconfig.json": JSON.stringify({ compilerOptions: { paths: PATHS } }),
    "main.ts": MAIN,
    "other.ts": "export const nothing = 1;\n",
    "broken.ts": "import {\n",
    "enough.txt": "DeviceManagementServiceConfig.Read.All\n",
    "too-much.json": '{ "application": ["DeviceManagementServiceConfig.ReadWrite.All"] }',
    "ids.json": '{ "requiredResourceAccess": [{ "resourceAccess": [{ "id": "1", "type": "Role" }] }] }',
  });
});

afterAll(() => rm(folder, { recursive: true }));

const SCOPE = "DeviceManagementServiceConfig.Read.All";

const calls: readonly [argv: string, code: number, stdout: string | null, stderr: string][] = [
  ["main.ts --scheme application --check enough.txt", 0, "application (application): as needed\n", ""],
  [
    "main.ts --check too-much.json",
    1,
    `excessive  DeviceManagementServiceConfig.ReadWrite.All: ${SCOPE} is sufficient`,
    "",
  ],
  [
    "main.ts --check enough.txt",
    2,
    null,
    "--check enough.txt: Unexpected list without a permission type\nExpected --scheme",
  ],
  ["main.ts --check none.txt", 2, null, "--check none.txt does not exist"],
  [
    "main.ts --check too-much.json#app",
    2,
    null,
    "too-much.json#app: Unexpected key app\nExpected one that the file has.",
  ],
  ["main.ts --check ids.json", 2, null, 'ids.json: Unexpected id 1 without a name\nExpected "value"'],
  ["main.ts --format manifest", 2, null, "--format manifest without a permission type\nExpected --scheme"],
  ["other.ts", 1, null, "None of the 1 files of the program imports a generated package that is installed\n"],
  ["broken.ts", 1, null, "broken.ts:2:1"],
  ["missing.ts", 2, null, "missing.ts does not exist"],
  ["--project none.json", 2, null, "none.json"],
];

it.each(calls)("scopes %s exits with %s", async (argv, code, stdout, stderr) => {
  const result = await runCommandIn(folder, createNodeHost(), "scopes", ...argv.split(" "));
  expect(result.code, result.stderr).toBe(code);
  expect(result.stdout).toContain(stdout ?? "");
  if (stdout === null) expect(result.stdout).toBe("");
  expect(result.stderr).toContain(stderr);
});

it("prints an app manifest, and says what has to be filled in", async () => {
  const { code, stdout, stderr } = await runCommandIn(
    folder,
    createNodeHost(),
    ...["scopes", "main.ts", "--scheme", "application", "--format", "manifest"],
  );
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toEqual({
    requiredResourceAccess: [{ resourceAppId: null, resourceAccess: [{ id: null, type: "Role", value: SCOPE }] }],
  });
  expect(stderr).toMatch(/^The documentation has no ids: fill in resourceAppId and each id/);
});
