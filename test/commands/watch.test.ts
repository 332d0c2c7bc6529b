import { copyFile, mkdir, mkdtemp, readFile, rename, rm, unlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout } from "node:timers/promises";
import { afterEach, beforeEach, expect, it } from "vitest";
import type { ExitCode } from "../../generator/commands/context.ts";
import { createSink } from "../../generator/commands/sink.ts";
import { run } from "../../generator/commands/run.ts";
import { createNodeHost } from "../../generator/host/node-host.ts";
import { watchFiles } from "../../generator/host/node-watching.ts";
import { OPERATION_PAGE, RESOURCE_PAGE } from "../support/pages.ts";

const PAGE = "docs-input/resources/badge.md";
const CHANGED = RESOURCE_PAGE.replace("String", "Boolean");

let folder = "";
let watching: Watched | null = null;

/** A watch that runs in this process on real files. */
interface Watched {
  /** Resolves with the next line on which a run tells what it did, and what was said on stderr before it. */
  nextRun(): Promise<{ readonly line: string; readonly stderr: string }>;
  /** Resolves when something that matches is said on stderr. */
  complaint(pattern: RegExp): Promise<string>;
  stop(): Promise<ExitCode>;
}

const at = (file: string): string => path.join(folder, file);
const read = (file: string): Promise<string> => readFile(at(file), "utf8");

async function write(file: string, text: string): Promise<void> {
  await mkdir(path.dirname(at(file)), { recursive: true });
  await writeFile(at(file), text);
}

/** Lets a reader wait for texts that a stream gets. */
function createLog() {
  const state = { text: "", wake: (): void => undefined };
  const sink = createSink({
    terminal: false,
    colour: false,
    write: (text) => {
      state.text += text;
      state.wake();
      return Promise.resolve();
    },
  });
  const take = async (pattern: RegExp): Promise<string> => {
    for (;;) {
      const match = pattern.exec(state.text);
      if (match !== null) {
        state.text = state.text.slice(match.index + match[0].length);
        return match[0];
      }
      await new Promise<void>((resolve) => (state.wake = resolve));
    }
  };
  const drain = (): string => {
    const { text } = state;
    state.text = "";
    return text;
  };
  return { sink, take, drain };
}

async function startWatch(...flags: readonly string[]): Promise<Watched> {
  const stdout = createLog();
  const stderr = createLog();
  let stop = (): void => undefined;
  const stopped = new Promise<void>((resolve) => (stop = resolve));
  const ended = run(["watch", "--no-cache", ...flags], {
    host: createNodeHost(),
    cwd: folder,
    stdout: stdout.sink,
    stderr: stderr.sink,
    live: { watch: watchFiles, stopped: () => stopped },
    processes: { self: { id: 1, machine: "here" }, isAlive: (id) => id === 2 },
    now: () => 0,
  });
  await Promise.race([stdout.take(/Watching .*\n/), ended]);
  stderr.drain();
  return {
    nextRun: async () => ({ line: await stdout.take(/.*\(0\.00 s\)\n/), stderr: stderr.drain() }),
    complaint: stderr.take,
    stop: () => {
      stop();
      return ended;
    },
  };
}

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "graph-docs-watch-"));
  await write("docs-input/api/badge-get.md", OPERATION_PAGE);
  await write(PAGE, RESOURCE_PAGE);
  watching = await startWatch();
});

afterEach(async () => {
  await watching?.stop();
  await rm(folder, { recursive: true, force: true });
});

const run1 = () => watching?.nextRun() ?? Promise.reject(new Error("nothing watches"));

it("writes the package at once, and ends when it is told to", async () => {
  expect(await read("generated/src/badge.ts")).toContain("interface Badge");
  expect(await watching?.stop()).toBe(0);
});

const saves: readonly [name: string, save: (file: string, text: string) => Promise<void>][] = [
  ["in place", (file, text) => writeFile(file, text)],
  ["emptied, then written", async (file, text) => writeFile(file, "").then(() => writeFile(file, text))],
  [
    "a temporary file moved over it",
    async (file, text) => {
      await writeFile(`${file}.tmp`, text);
      await rename(`${file}.tmp`, file);
    },
  ],
  [
    "the old one moved away, a new one written (Vim)",
    async (file, text) => {
      await rename(file, `${file}~`);
      await writeFile(file, text);
      await unlink(`${file}~`);
    },
  ],
  [
    "removed and made again, with a backup beside it",
    async (file, text) => {
      await copyFile(file, `${file}.bak`);
      await unlink(file);
      await writeFile(file, text);
    },
  ],
];

it.each(saves)("sees a page saved as editors do: %s", async (_, save) => {
  await save(at(PAGE), CHANGED);
  // An editor that first takes the page away may give one run more, which must not be the last.
  while (!(await read("generated/src/badge.ts").catch(() => "")).includes("boolean")) await run1();
  expect(await read("generated/src/badge.ts")).toContain("?: boolean");
});

it.each([2, 10, 25, 35, 45, 60, 110])("takes a page that is saved again %i ms later", async (gap) => {
  await write(PAGE, RESOURCE_PAGE.replace("String", "Int32"));
  await setTimeout(gap);
  await write(PAGE, CHANGED);
  while (!(await read("generated/src/badge.ts")).includes("boolean")) await run1();
});

it("says which page changed and what it wrote, and writes nothing else", async () => {
  await write(PAGE, CHANGED);
  expect(await run1()).toEqual({
    line: "resources/badge.md changed: wrote src/badge.ts, .graph-docs-api.jsonl, README.md and 1 more (0.00 s)\n",
    stderr:
      "docs-input/resources/badge.md:31:3 warning Unexpected string for id in the JSON representation, expected a Boolean as in the table [sketch-type-differs]\n" +
      "  docs-input/resources/badge.md:17:2 stated here\n",
  });
});

it("takes changes that come together in one run", async () => {
  await Promise.all([
    write("docs-input/resources/token.md", RESOURCE_PAGE.replaceAll("badge", "token")),
    write("docs-input/resources/medal.md", RESOURCE_PAGE.replaceAll("badge", "medal")),
  ]);
  expect((await run1()).line).toMatch(/^resources\/medal\.md, resources\/token\.md changed: wrote /);
});

it("follows a page that is renamed, and one that is removed", async () => {
  await write("docs-input/resources/token.md", RESOURCE_PAGE.replaceAll("badge", "token"));
  await run1();
  await rename(at("docs-input/resources/token.md"), at("docs-input/resources/coin.md"));
  while (!(await read("generated/positions.json")).includes("coin.md")) await run1();
  await unlink(at("docs-input/resources/coin.md"));
  while ((await read("generated/positions.json")).includes("coin.md")) await run1();
  await expect(read("generated/src/token.ts")).rejects.toThrow("ENOENT");
});

it("keeps the last good output of a page that is broken for a moment, and says where", async () => {
  const good = await read("generated/src/badge.ts");
  await write(PAGE, "");
  const { line, stderr } = await run1();
  expect(line).toBe(
    "resources/badge.md changed: nothing to write; broken, so unchanged in the package: resources/badge.md (0.00 s)\n",
  );
  expect(stderr).toContain("docs-input/resources/badge.md:1:1 info Unexpected page");
  expect(await read("generated/src/badge.ts")).toBe(good);
  // Another page goes on meanwhile.
  await write("docs-input/resources/token.md", RESOURCE_PAGE.replaceAll("badge", "token"));
  expect((await run1()).line).toContain("src/token.ts");
  expect(await read("generated/src/badge.ts")).toBe(good);
  await write(PAGE, CHANGED);
  expect((await run1()).line).toBe(
    "resources/badge.md changed: wrote src/badge.ts, .graph-docs-api.jsonl, README.md and 1 more (0.00 s)\n",
  );
});

it("reads an include again, and only what it concerns", async () => {
  await write("docs-input/includes/note.md", "First words.");
  await write(PAGE, `${RESOURCE_PAGE}\n[!INCLUDE [note](../includes/note.md)]\n`);
  await run1();
  await write("docs-input/includes/note.md", "Other words.");
  expect((await run1()).line).toMatch(/^resources\/badge\.md changed: /);
});

it("does not replace what was edited by hand, says so, and goes on", async () => {
  await write("generated/src/badge.ts", "// mine\n");
  await write(PAGE, CHANGED);
  await watching?.complaint(/generated\/src\/badge\.ts was edited by hand/);
  expect(await read("generated/src/badge.ts")).toBe("// mine\n");
});

it("ends with the same bytes as a run from nothing", async () => {
  await write("docs-input/resources/token.md", RESOURCE_PAGE.replaceAll("badge", "token"));
  await run1();
  await write(PAGE, CHANGED);
  await run1();
  await watching?.stop();
  const checked = createLog();
  const context = { host: createNodeHost(), cwd: folder, stdout: checked.sink, stderr: createLog().sink };
  const processes = { self: { id: 1, machine: "here" }, isAlive: () => false };
  expect(await run(["check", "--no-cache"], { ...context, processes, now: () => 0 })).toBe(0);
});

it("begins anew when the config says something else", async () => {
  await watching?.stop();
  await write("graph-docs.config.json", '{ "packageName": "first" }');
  watching = await startWatch();
  await write("graph-docs.config.json", '{ "packageName": ');
  await watching.complaint(/error: graph-docs\.config\.json:1:\d+: Unexpected text/);
  await write("graph-docs.config.json", '{ "packageName": "second" }');
  expect((await run1()).line).toContain("package.json");
  expect(await read("generated/package.json")).toContain('"name": "second"');
});
