import { execFileSync } from "node:child_process";
import { chmod, mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import process from "node:process";
import { afterEach, beforeEach, expect, it } from "vitest";
import { createNodeHost } from "../../generator/host/node-host.ts";

const host = createNodeHost();
const isWindows = process.platform === "win32";
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

it.skipIf(isWindows)("knows regular files from folders and FIFOs, also behind links", async () => {
  execFileSync("mkfifo", [path.join(folder, "pipe.md")]);
  await symlink("b.md", path.join(folder, "link.md"));
  await symlink("pipe.md", path.join(folder, "pipe-link.md"));
  const files = ["b.md", "link.md", "a", "pipe.md", "pipe-link.md", "gone.md"].map((file) => path.join(folder, file));
  expect(await Promise.all(files.map((file) => host.isRegular(file)))).toEqual([true, true, false, false, false, null]);
  expect(await host.isRegular("/dev/zero")).toBe(false);
});

it.skipIf(isWindows)("does not list a folder in which another cannot be read, unless told to skip it", async () => {
  await chmod(folder, 0o755);
  await chmod(path.join(folder, "a"), 0);
  // The superuser can read every folder.
  const isSuper = process.getuid?.() === 0;
  if (isSuper) process.seteuid?.(65_534);
  try {
    await expect(host.list(folder)).rejects.toThrow("EACCES");
    expect(await host.list(folder, "skip unreadable")).toEqual(["a-b.md", "b.md"]);
  } finally {
    if (isSuper) process.seteuid?.(0);
    await chmod(path.join(folder, "a"), 0o755);
  }
});

it("gives a stamp to plain files alone", async () => {
  await symlink("b.md", path.join(folder, "link.md"));
  const files = ["b.md", "link.md", "a", "gone.md", "b.md/inside.md", "\0"].map((file) => path.join(folder, file));
  const stamps = await host.stamps(files);
  expect(stamps.map((stamp) => stamp !== null)).toEqual([true, false, false, false, false, false]);
});
