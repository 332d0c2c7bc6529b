import {
  lstat,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  readlink,
  rename,
  rm,
  stat,
  symlink,
  writeFile,
} from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import type { OutputFile } from "../../generator/emit/model.ts";
import { createNodeHost } from "../../generator/host/node-host.ts";
import { recoverOutput } from "../../generator/output/journal.ts";
import { planOutput } from "../../generator/output/plan.ts";
import { writeOutput } from "../../generator/output/write.ts";

const host = createNodeHost();
let out = "";

beforeEach(async () => {
  out = path.join(await mkdtemp(path.join(tmpdir(), "graph-docs-disk-")), "out");
});

afterEach(() => rm(path.dirname(out), { recursive: true, force: true }));

const many = (version: number): readonly OutputFile[] => [
  ...Array.from({ length: 40 }, (_, index) => ({ path: `src/in/${index}.ts`, text: `export const a = ${version};\n` })),
  { path: "src/same.ts", text: "export {};\n" },
  { path: `src/only${version}/a.ts`, text: "export {};\n" },
];

const generate = async (version: number): Promise<void> =>
  writeOutput(host, await planOutput(host, out, many(version)));

it("replaces a folder and keeps foreign files, links and folders in it", async () => {
  await generate(1);
  const kept = path.join(out, "src/same.ts");
  const { ino } = await stat(kept);
  await mkdir(path.join(out, "src/mine/deep"), { recursive: true });
  await writeFile(path.join(out, "src/mine/deep/a.txt"), "mine");
  await symlink("same.ts", path.join(out, "src/link.ts"));
  await generate(2);
  expect(await host.list(out)).toEqual(
    [".graph-docs-manifest.json", "src/mine/deep/a.txt", ...many(2).map((file) => file.path)].toSorted(),
  );
  expect(await readFile(path.join(out, "src/in/0.ts"), "utf8")).toContain("2");
  expect(await readFile(path.join(out, "src/mine/deep/a.txt"), "utf8")).toBe("mine");
  expect(await readlink(path.join(out, "src/link.ts"))).toBe("same.ts");
  expect((await stat(kept)).ino, "a file that does not change is the same file").toBe(ino);
});

it("does not replace a folder that is a link", async () => {
  const real = path.join(out, "real");
  await mkdir(real, { recursive: true });
  await symlink("real", path.join(out, "src"));
  await generate(1);
  await generate(2);
  expect((await lstat(path.join(out, "src"))).isSymbolicLink()).toBe(true);
  expect(await readFile(path.join(real, "in/0.ts"), "utf8")).toContain("2");
  expect(await stat(path.join(real, "only1")).catch(() => null)).toBeNull();
});

it.each([
  ["a folder", "src"],
  ["a folder below another", "src/in"],
  ["the folder of staged files", ".graph-docs-staging"],
])("writes nothing if %s is a link that leads out of the package", async (_, link) => {
  const real = path.join(path.dirname(out), "real");
  await mkdir(real);
  await mkdir(path.dirname(path.join(out, link)), { recursive: true });
  await symlink(real, path.join(out, link));
  await expect(generate(1)).rejects.toMatchObject({ code: "EOUTSIDE" });
  expect(await readdir(real)).toEqual([]);
});

it("leaves files of the manifest alone that are now outside of the package", async () => {
  await generate(1);
  const real = path.join(path.dirname(out), "real");
  await rename(path.join(out, "src/only1"), real);
  await symlink(real, path.join(out, "src/only1"));
  await generate(2);
  expect(await readdir(real)).toEqual(["a.ts"]);
});

it("does not follow a link when it completes a killed run", async () => {
  const real = path.join(path.dirname(out), "real");
  await mkdir(real);
  await mkdir(path.join(out, ".graph-docs-staging/new/src"), { recursive: true });
  await writeFile(path.join(out, ".graph-docs-staging/new/src/a.ts"), "a");
  const journal = JSON.stringify({ moved: ["src/a.ts"], removed: [], swapped: [] });
  await writeFile(path.join(out, ".graph-docs-staging/journal.json"), journal);
  await symlink(real, path.join(out, "src"));
  await expect(recoverOutput(host, out)).rejects.toMatchObject({ code: "EOUTSIDE" });
  expect(await readdir(real)).toEqual([]);
});

it("names the folder that exists in place of a file", async () => {
  await mkdir(path.join(out, "src/same.ts"), { recursive: true });
  await writeFile(path.join(out, "src/same.ts/mine.txt"), "mine");
  await expect(generate(1)).rejects.toMatchObject({ code: "EISDIR" });
  expect(await readFile(path.join(out, "src/same.ts/mine.txt"), "utf8")).toBe("mine");
});
