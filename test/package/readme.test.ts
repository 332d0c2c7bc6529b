import process from "node:process";
import { afterAll, beforeAll, expect, inject, it } from "vitest";
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
  const { programs, faults } = await runGuides(project, "graph-client", ["README.md"], mock.baseUrl);
  expect(faults).toEqual([]);
  expect(programs).toBeGreaterThan(20);
  const received = mock.output().match(/^\d+ \w+ \S+$/gm) ?? [];
  expect(received.length).toBeGreaterThan(programs);
  // The programs about errors and the check of each client are allowed to fail.
  expect(received.filter((line) => !line.startsWith("2") && !line.endsWith("/check"))).toEqual([]);
});
