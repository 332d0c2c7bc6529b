import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";
import { expect, it } from "vitest";
import { createNodeHost } from "../generator/host/node-host.ts";
import { changeOf } from "../generator/output/model.ts";
import { planOutput } from "../generator/output/plan.ts";
import { generateSample, REPOSITORY } from "./support/node-docs.ts";

const generated = path.join(REPOSITORY, "generated");
const execute = promisify(execFile);

it("is what the docs give", async () => {
  const plan = await planOutput(createNodeHost(), generated, await generateSample());
  const stale = plan.files.filter((file) => changeOf(file) !== "unchanged").map((file) => file.path);
  expect(stale, "run `npm run generate` and commit the result").toEqual([]);
});

it.each([
  ["5.9", "typescript/bin/tsc"],
  ["7", "typescript7/bin/tsc"],
])("compiles with TypeScript %s with everything strict", async (version, compiler) => {
  const tsc = path.join(REPOSITORY, "node_modules", compiler);
  const shown = await execute(process.execPath, [tsc, "--version"]);
  expect(shown.stdout).toContain(`Version ${version}`);
  const strict = ["--strict", "--exactOptionalPropertyTypes", "--noUncheckedIndexedAccess", "--skipLibCheck", "false"];
  const compiled = execute(process.execPath, [tsc, "-p", generated, "--noEmit", ...strict]).then(
    ({ stdout }) => stdout,
    (error: unknown) => (error instanceof Error && "stdout" in error ? error.stdout : error),
  );
  expect(await compiled).toBe("");
});
