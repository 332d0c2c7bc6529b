import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { createNodeHost } from "../../generator/host/node-host.ts";
import { openMemo } from "../../generator/memo/memo.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "graph-docs-cache-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const STEP = { name: "sums", is: (value: unknown): value is number => typeof value === "number" };

/** Folders that cannot be created or written, also by a user who may do everything; each returns its path. */
const folders: readonly (readonly [name: string, prepare: () => string])[] = [
  [
    "a file",
    () => {
      writeFileSync(path.join(folder, "cache"), "");
      return path.join(folder, "cache");
    },
  ],
  [
    "below a file",
    () => {
      writeFileSync(path.join(folder, "file"), "");
      return path.join(folder, "file/deep/cache");
    },
  ],
  ["in a file system without folders of one's own", () => (existsSync("/proc") ? "/proc/graph-docs/cache" : "\0")],
  [
    "a folder whose files are folders",
    () => {
      mkdirSync(path.join(folder, "x.sums/y"), { recursive: true });
      return folder;
    },
  ],
  [
    "a folder whose files are pipes",
    () => {
      if (process.platform !== "win32") execFileSync("mkfifo", [path.join(folder, "x.sums")]);
      return folder;
    },
  ],
];

it.each(folders)("returns results and ends if the cache folder is %s", async (_, prepare) => {
  const memo = openMemo(createNodeHost(), { folder: prepare(), prefix: "x", stamp: "1", isLasting: false });
  expect(await memo.run(STEP, "2 + 2", {}, () => 4)).toBe(4);
  await memo.save();
});
