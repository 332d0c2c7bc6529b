import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { createNodeHost } from "../../generator/host/node-host.ts";

const host = createNodeHost();
let folder = "";

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "graph-docs-host-"));
  for (const file of ["b.md", "a/B.md", "a/a.md", "a/.hidden/c.md", "a-b.md", ".git/x.md", "a/node_modules/y.md"]) {
    await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
    await writeFile(path.join(folder, file), file);
  }
});

afterEach(() => rm(folder, { recursive: true, force: true }));

it("lists the files of a folder in the order of their code units, without links and the folders of other tools", async () => {
  await symlink("b.md", path.join(folder, "link.md"));
  await symlink("a", path.join(folder, "folder-link"));
  expect(await host.list(folder)).toEqual(["a-b.md", "a/.hidden/c.md", "a/B.md", "a/a.md", "b.md"]);
});

it("says where there is no folder to list", async () => {
  await expect(host.list(path.join(folder, "gone"))).rejects.toThrow("ENOENT");
  await expect(host.list(path.join(folder, "b.md"))).rejects.toThrow("ENOTDIR");
});

it("gives a stamp to plain files alone", async () => {
  await symlink("b.md", path.join(folder, "link.md"));
  const files = ["b.md", "link.md", "a", "gone.md", "b.md/inside.md", "\0"].map((file) => path.join(folder, file));
  const stamps = await host.stamps(files);
  expect(stamps.map((stamp) => stamp !== null)).toEqual([true, false, false, false, false, false]);
});
