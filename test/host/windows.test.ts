import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import type * as nodePath from "node:path";
import { posix } from "node:path";
import process from "node:process";
import { promisify } from "node:util";
import { expect, it, vi } from "vitest";
import type { Host } from "../../generator/host/host.ts";
import { runCommandIn, type Ran } from "../support/command-line.ts";
import { createMemoryHost, type MemoryHost } from "../support/memory-host.ts";
import { OPERATION_PAGE, RESOURCE_PAGE } from "../support/pages.ts";

// All modules of the program work with the paths of Windows, over files whose paths begin with a drive letter. That is
// a simulation: the file system itself, its locks and its names are tested only where the tests run on Windows.
vi.mock("node:path", async (original) => {
  const { win32, posix: slashes } = await original<typeof nodePath>();
  return { ...win32, posix: slashes, default: { ...win32, posix: slashes } };
});

const DOCS = { "api/badge-get.md": OPERATION_PAGE, "resources/badge.md": RESOURCE_PAGE };

/** A host that is asked for Windows paths, over one with POSIX paths. */
function onWindows(host: MemoryHost): Host {
  const own = (file: string): string => {
    expect(file, "a path of Windows").toMatch(/^[Cc]:\\[^/]*$/);
    // Names are the same in any casing; a drive letter can be given in both.
    return posix.join("/", ...file.slice(2).split("\\"));
  };
  return {
    ...host,
    list: (folder) => host.list(own(folder)),
    kind: (file) => host.kind(own(file)),
    real: async (file) => ((await host.real(own(file))) === null ? null : file),
    isLink: (file) => host.isLink(own(file)),
    isRegular: (file) => host.isRegular(own(file)),
    stamps: (files) => host.stamps(files.map(own)),
    read: (file) => host.read(own(file)),
    write: (file, bytes) => host.write(own(file), bytes),
    append: (file, bytes) => host.append(own(file), bytes),
    create: (file, bytes) => host.create(own(file), bytes),
    mirror: (from, to, except) => host.mirror(own(from), own(to), except),
    change: (changes) =>
      host.change(
        changes.map((item) =>
          item.kind === "move"
            ? { ...item, from: own(item.from), to: own(item.to) }
            : { ...item, path: own(item.path) },
        ),
      ),
    removeTree: (folder) => host.removeTree(own(folder)),
  };
}

function memory(): MemoryHost {
  return createMemoryHost(
    Object.fromEntries(Object.entries(DOCS).map(([file, text]) => [`/project/docs/${file}`, text])),
  );
}

/** The package that the program writes on this system. */
async function generatedHere(): Promise<ReadonlyMap<string, string>> {
  const folder = await mkdtemp(posix.join(tmpdir(), "graph-docs-windows-"));
  for (const [file, text] of Object.entries(DOCS)) {
    await mkdir(posix.join(folder, "docs", posix.dirname(file)), { recursive: true });
    await writeFile(posix.join(folder, "docs", file), text);
  }
  const start = new URL("../../generator/cli/start.ts", import.meta.url).pathname;
  const loader = import.meta.resolve("tsx");
  const argv = ["--import", loader, start, "generate", "--docs", "docs", "--out", "generated", "--no-cache"];
  await promisify(execFile)(process.execPath, argv, { cwd: folder });
  const out = posix.join(folder, "generated");
  const files = (await readdir(out, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  const names = files.map((entry) => posix.relative(out, posix.join(entry.parentPath, entry.name)));
  const texts = await Promise.all(
    names.map(async (name) => [name, await readFile(posix.join(out, name), "utf8")] as const),
  );
  await rm(folder, { recursive: true });
  return new Map(texts);
}

const runs: readonly [argv: string, code: number][] = [
  ["generate --docs docs --out generated", 0],
  ["check --docs docs --out generated", 0],
  ["generate --docs C:\\project\\docs --out c:\\project\\generated", 0],
  ["generate --docs docs\\ --out .\\generated", 0],
  ["generate --docs docs --out docs", 2],
  ["generate --docs docs --out C:\\PROJECT\\DOCS\\generated", 2],
  ["generate --docs docs --out docs\\generated", 2],
  ["lint --docs docs --format github", 0],
  ["model --docs docs", 0],
];

it("writes the same package below a drive letter as on other systems, and nothing with a backslash", async () => {
  const host = memory();
  const results: Ran[] = [];
  for (const [argv, code] of runs) {
    const result = await runCommandIn("C:\\project", onWindows(host), ...argv.split(" "), "--no-cache");
    expect(result.code, `${argv}\n${result.stderr}`).toBe(code);
    results.push(result);
  }
  const printed = results.filter(({ code }) => code === 0).map(({ stdout, stderr }) => stdout + stderr);
  expect(printed.filter((text) => /[a-z]:\\|\\(?:docs|api|resources|generated)/i.test(text))).toEqual([]);
  const files = [...host.files].filter(([file]) => file.startsWith("/project/generated/"));
  const written = new Map(
    files.map(([file, bytes]) => [file.slice("/project/generated/".length), new TextDecoder().decode(bytes)]),
  );
  const other = await generatedHere();
  expect([...written.keys()].toSorted()).toEqual([...other.keys()].toSorted());
  for (const [file, text] of other) expect(written.get(file), file).toBe(text);
});
