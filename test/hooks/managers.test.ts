import { execFile } from "node:child_process";
import { chmod, cp, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { REPOSITORY } from "../support/node-docs.ts";
import { OPERATION_PAGE, RESOURCE_PAGE } from "../support/pages.ts";
import { writeFiles } from "../support/program.ts";
import { installTarball, makeFolder, removeFolder, runProgram } from "../support/tarball.ts";

const MANAGERS = ["husky@9.1.7", "lefthook@2.2.2", "lint-staged@16.2.7"];
const PAGE = "docs-input/resources/badge.md";
const COMMAND = "graph-docs-codegen check --staged";

let folder = "";
let project = "";

beforeAll(async () => {
  folder = await makeFolder();
  project = await installTarball(folder, inject("programTarball"), MANAGERS);
}, 300_000);

afterAll(() => removeFolder(folder));

const execute = promisify(execFile);
const git = (cwd: string, ...args: readonly string[]) =>
  execute("git", ["-c", "user.name=A", "-c", "user.email=a@example.com", ...args], { cwd });

const HUSKY = "npx --no -- husky";
const managers: readonly [name: string, files: Readonly<Record<string, string>>, begin: string][] = [
  [
    "a plain hook",
    { ".githooks/pre-commit": `#!/bin/sh\nexec npx --no -- ${COMMAND}\n` },
    "git config core.hooksPath .githooks",
  ],
  ["husky", { ".husky/pre-commit": `${COMMAND}\n` }, HUSKY],
  [
    "lefthook",
    { "lefthook.yml": `pre-commit:\n  jobs:\n    - run: npx --no -- ${COMMAND}\n` },
    "npx --no -- lefthook install",
  ],
  [
    "lint-staged behind husky",
    {
      ".husky/pre-commit": "lint-staged\n",
      "lint-staged.config.mjs": `export default { "{docs-input,generated}/**": () => "${COMMAND}" };\n`,
    },
    HUSKY,
  ],
];

it.each(managers)("rejects and accepts commits with %s", async (_, files, begin) => {
  const repository = await mkdtemp(path.join(folder, "repository-"));
  await cp(path.join(project, "package.json"), path.join(repository, "package.json"));
  await symlink(path.join(project, "node_modules"), path.join(repository, "node_modules"), "junction");
  const docs = { "docs-input/api/badge-get.md": OPERATION_PAGE, [PAGE]: RESOURCE_PAGE };
  await writeFiles(repository, { ...files, ...docs, ".gitignore": "node_modules\n" });
  if (".githooks/pre-commit" in files) await chmod(path.join(repository, ".githooks/pre-commit"), 0o755);
  const generate = () => runProgram("npx", ["--no", "--", "graph-docs-codegen", "generate"], repository);
  await git(repository, "init", "-q");
  await generate();
  await runProgram("sh", ["-c", begin], repository);
  await git(repository, "add", "-A");
  await git(repository, "commit", "-qm", "docs with their package");

  await writeFile(path.join(repository, PAGE), RESOURCE_PAGE.replace("String", "Boolean"));
  await git(repository, "add", "-A");
  const refusal = await git(repository, "commit", "-qm", "docs alone").then(
    () => "",
    (error: unknown) => String(error),
  );
  expect(refusal).toContain("The staged files in generated do not match the staged docs");
  expect(refusal).toContain("npx graph-docs-codegen generate && git add generated");

  await generate();
  await git(repository, "add", "generated");
  // Files that are not staged do not matter.
  await writeFile(path.join(repository, PAGE), "# Half done\n");
  await git(repository, "commit", "-qm", "docs and package");
  expect((await git(repository, "log", "--format=%s")).stdout).toBe("docs and package\ndocs with their package\n");
  await rm(repository, { recursive: true });
});

it("rejects a commit of this repository when its hook is installed", async () => {
  const clone = path.join(folder, "clone");
  await git(folder, "clone", "-q", REPOSITORY, clone);
  await symlink(path.join(REPOSITORY, "node_modules"), path.join(clone, "node_modules"), "junction");
  await runProgram("npm", ["run", "-s", "hooks"], clone);
  const page = path.join(clone, "docs-input/resources/windowsautopilotdeviceidentity.md");
  await writeFile(page, (await readFile(page, "utf8")).replace("Free text", "Any text"));
  await git(clone, "add", "-A");
  await expect(git(clone, "commit", "-qm", "docs alone")).rejects.toThrow("npm run generate && git add generated");
});
