import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { createNodeHost } from "../../generator/host/node-host.ts";
import { resolveSettings } from "../../generator/settings.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "graph-docs-links-"));
  mkdirSync(path.join(folder, "docs/api"), { recursive: true });
  mkdirSync(path.join(folder, "client"));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

interface Folders {
  /** Link and its target. */
  readonly link: readonly [string, string];
  readonly docs: string;
  readonly out: string;
  readonly shipDocs?: true;
  readonly problem: RegExp | null;
}

const folders: readonly (readonly [name: string, folders: Folders])[] = [
  [
    "a link into the docs as the package",
    { link: ["out", "docs/api"], docs: "docs", out: "out", problem: /--out out is inside the docs folder/ },
  ],
  [
    "a new folder below a link into the docs",
    { link: ["out", "docs"], docs: "docs", out: "out/new", problem: /--out out\/new is inside the docs folder/ },
  ],
  [
    "a link to the docs, and a package in the folder itself",
    { link: ["pages", "docs"], docs: "pages", out: "docs/out", problem: /--out docs\/out is inside the docs folder/ },
  ],
  [
    "a link to the folder of the copies as the docs",
    { link: ["client/docs", "../docs"], docs: "docs", out: "client", shipDocs: true, problem: /--docs docs overlaps/ },
  ],
  ["a link to another folder", { link: ["docs/out", "../client"], docs: "docs", out: "client", problem: null }],
];

it.each(folders)(
  "compares the real paths of %s",
  async (_, { link: [from, to], docs, out, shipDocs = false, problem }) => {
    symlinkSync(to, path.join(folder, from), "junction");
    const resolved = resolveSettings(createNodeHost(), folder, { docs, out, shipDocs });
    if (problem === null) expect(await resolved).toMatchObject({ out: path.join(folder, out) });
    else await expect(resolved).rejects.toThrow(problem);
  },
);
