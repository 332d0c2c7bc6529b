import { mkdir, mkdtemp, readdir, readFile, rename, rm, symlink, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { errorCode } from "../../generator/util/error-code.ts";
import type { Host } from "../../generator/host/host.ts";
import { createNodeHost } from "../../generator/host/node-host.ts";
import { stampOf } from "../../generator/host/node-stamps.ts";
import { runCommandIn } from "../support/command-line.ts";
import { OPERATION_PAGE, RESOURCE_PAGE } from "../support/pages.ts";

const TABLE = /\|Property\|[^]*?\n\n/;
const PERMISSIONS = /\|Permission type\|[^]*?\n\n/;
const INCLUDES = "root/includes";
const PAGE = "root/docs/resources/badge.md";
const MODULE = "out/src/badge.ts";
const TABLE_FILE = `${INCLUDES}/table.md`;
const LATER = `${INCLUDES}/later.md`;
const HOUR = 3_600_000;

const disk = createNodeHost();
let folder = "";

const at = (file: string): string => path.join(folder, file);
const text = (file: string): Promise<string> => readFile(at(file), "utf8");

async function write(file: string, content: string): Promise<void> {
  await mkdir(path.dirname(at(file)), { recursive: true });
  await writeFile(at(file), content);
}

/** Three pages: the table of one is an include, and so are the permissions of another, which nobody has written yet. */
async function prepare(): Promise<void> {
  folder = await mkdtemp(path.join(tmpdir(), "graph-docs-known-"));
  const [table = ""] = TABLE.exec(RESOURCE_PAGE) ?? [];
  await write(TABLE_FILE, table.trim());
  await write(PAGE, RESOURCE_PAGE.replace(TABLE, "[!INCLUDE [table](../../includes/table.md)]\n\n"));
  const operation = OPERATION_PAGE.replace(PERMISSIONS, "[!INCLUDE [permissions](../../includes/later.md)]\n\n");
  await write("root/docs/api/badge-get.md", operation);
  await write("root/docs/resources/key.md", RESOURCE_PAGE.replaceAll("badge", "key"));
}

async function clean(): Promise<void> {
  await rm(folder, { recursive: true, force: true });
}

beforeEach(async () => {
  await prepare();
  // Everything counts as written long ago, so that whatever has a stamp is trusted from the first run on.
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + HOUR });
});

afterEach(async () => {
  vi.useRealTimers();
  await clean();
});

const FLAGS = ["--docs", "root/docs", "--root", "root", "--threads", "1"];
const kept = [...FLAGS, "--out", "out", "--cache-dir", "cache"];

const generate = (host: Host = disk) => runCommandIn(folder, host, "generate", ...kept, "--force");

/** Runs with what is kept, and holds what it made against what a run makes that keeps nothing. */
async function expectSameAsFresh(name: string): Promise<void> {
  const { code, stderr } = await generate();
  await rm(at("fresh"), { recursive: true, force: true });
  const fresh = await runCommandIn(folder, disk, "generate", ...FLAGS, "--out", "fresh", "--no-cache");
  expect({ code, stderr }, name).toEqual({ code: fresh.code, stderr: fresh.stderr });
  if (code === 0) expect(await contents("out"), name).toEqual(await contents("fresh"));
}

/** What stands in a folder, line ends aside; a link counts as what it leads to. */
async function contents(inner: string): Promise<ReadonlyMap<string, string>> {
  const files = await disk.list(at("fresh"));
  const strangers = (await disk.list(at(inner))).filter((file) => !files.includes(file));
  const texts = await Promise.all(
    [...files, ...strangers].map(
      async (file) => [file, (await text(`${inner}/${file}`)).replaceAll("\r\n", "\n")] as const,
    ),
  );
  return new Map(texts);
}

const wholePackage = async (): Promise<string> => [...(await contents("out")).values()].join("\n");

/** A file that an earlier change took away stays away. */
async function ifThere(change: () => Promise<void>): Promise<void> {
  try {
    await change();
  } catch (error) {
    if (!["ENOENT", "ENOTDIR", "EEXIST", "EISDIR", "ELOOP"].includes(errorCode(error) ?? "")) throw error;
  }
}

/** One time for the content of all files, in whole seconds, which any program can put back. */
const LONG_AGO = 1_600_000_000;

async function ageAll(): Promise<void> {
  const files = (await disk.list(folder)).filter((file) => /^(?:root|out)\//.test(file));
  await Promise.all(files.map((file) => utimes(at(file), LONG_AGO, LONG_AGO)));
}

/** Changes a file so that neither its size nor the time of its content tells. */
const editUnseen = (file: string, from: string, to: string) => async (): Promise<void> => {
  await writeFile(at(file), (await text(file)).replaceAll(from, to));
  await utimes(at(file), LONG_AGO, LONG_AGO);
};

const edit = (file: string, change: (before: string) => string) => async (): Promise<void> =>
  writeFile(at(file), change(await text(file)));

const moveOver = (from: string, to: string) => async (): Promise<void> => rename(at(from), at(to));

const shiftClock = (by: number) => (): Promise<void> => {
  vi.setSystemTime(Date.now() + by);
  return Promise.resolve();
};

/** Changes, and what the package says afterwards and did not say before, if that is to be looked at. */
const changes: readonly [name: string, change: () => Promise<void>, seen: string | null][] = [
  ["nothing", () => Promise.resolve(), null],
  ["a page, of the same size and age", editUnseen(PAGE, "opens doors.", "opens gates."), "opens gates."],
  ["an include, of the same size and age", editUnseen(TABLE_FILE, "it opens", "it shuts"), "it shuts"],
  [
    "a page replaced by another of the same size and age",
    async () => {
      await write("other.md", (await text(PAGE)).replaceAll("opens doors.", "opens gates."));
      await utimes(at("other.md"), LONG_AGO, LONG_AGO);
      await rename(at("other.md"), at(PAGE));
    },
    "opens gates.",
  ],
  [
    "an include where there was none",
    () => write(LATER, PERMISSIONS.exec(OPERATION_PAGE)?.[0] ?? ""),
    "Badge.Read.All",
  ],
  [
    "an include that is now a link out of the root",
    async () => {
      await rename(at(TABLE_FILE), at("table.md"));
      await symlink("../../table.md", at(TABLE_FILE));
    },
    null,
  ],
  [
    "includes whose folder is now a link out of the root",
    async () => {
      await rename(at(INCLUDES), at("includes"));
      await symlink("../includes", at(INCLUDES));
    },
    null,
  ],
  ["a page under another name", moveOver("root/docs/resources/key.md", "root/docs/resources/lock.md"), null],
  ["a page in the place of another", moveOver("root/docs/resources/key.md", PAGE), null],
  ["a page that went", () => rm(at("root/docs/resources/key.md")), null],
  ["a page with other line ends", edit(PAGE, (before) => before.replaceAll("\n", "\r\n")), null],
  ["a page that is no text", edit(PAGE, (before) => `${before}\0`), null],
  ["a file of the package, of the same size and age", editUnseen(MODULE, "opens", "shuts"), null],
  ["a file of the package with other line ends", edit(MODULE, (before) => before.replaceAll("\n", "\r\n")), null],
  ["a file of the package that went", () => rm(at(MODULE)), null],
  ["a file of the package in the place of another", moveOver("out/src/key.ts", MODULE), null],
  [
    "a file of the package that is now a link",
    async () => {
      await writeFile(at("copy.ts"), `${await text(MODULE)}// mine\n`);
      await rm(at(MODULE));
      await symlink("../../copy.ts", at(MODULE));
    },
    null,
  ],
  ["the clock, put back", shiftClock(-2 * HOUR), null],
  ["the clock, put forward", shiftClock(2 * HOUR), null],
];

it.each(changes)("sees what changed: %s", { timeout: 60_000 }, async (name, change, seen) => {
  await generate();
  await ageAll();
  await expectSameAsFresh("nothing changed yet");
  if (seen !== null) expect(await wholePackage()).not.toContain(seen);
  await change();
  await expectSameAsFresh(name);
  if (seen !== null) expect(await wholePackage()).toContain(seen);
});

it("gives the same bytes as a run that keeps nothing, whatever changes between the runs", { timeout: 300_000 }, () =>
  fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom(...changes), { minLength: 2, maxLength: 5 }), async (some) => {
      await clean();
      await prepare();
      await generate();
      await ageAll();
      await generate();
      for (const [name, change] of some) {
        await ifThere(change);
        await expectSameAsFresh(some.map(([each]) => each).join(", ") + `: ${name}`);
      }
    }),
    { numRuns: 8 },
  ),
);

it("reads nothing again that has the stamp it had", async () => {
  await generate();
  await generate();
  // The settings, and what may have come where nothing stood.
  const expected = ["package.json", LATER];
  const read: string[] = [];
  const watched: Host = { ...disk, read: (file) => (read.push(path.relative(folder, file)), disk.read(file)) };
  expect((await generate(watched)).stdout).toContain(" 0 files written");
  expect(read.filter((file) => !file.startsWith("cache"))).toEqual(expected);
  read.length = 0;
  await edit(PAGE, (before) => before.replaceAll("opens doors.", "opens gates."))();
  expect((await generate(watched)).stdout).not.toContain(" 0 files written");
  expect(read.filter((file) => file.endsWith(".md"))).toEqual([PAGE, LATER, TABLE_FILE]);
});

it("trusts no stamp of a file that has just been written, but for those that the run itself has staged", async () => {
  vi.useRealTimers();
  for (let version = 10; version < 20; version++) {
    await editUnseen(PAGE, /opens \w+\./.exec(await text(PAGE))?.[0] ?? "", `opens doo${version}.`)();
    await generate();
    expect(await text(MODULE)).toContain(`opens doo${version}.`);
  }
});

it("says so when a page changes between the look at it and its reading", async () => {
  await generate();
  await rm(at("cache"), { recursive: true });
  await runCommandIn(folder, disk, "lint", ...FLAGS.slice(0, 4), "--cache-dir", "cache");
  // What is left says that the page is as it was, but not what is on it.
  for (const file of await readdir(at("cache"))) if (file.endsWith(".pages")) await rm(at(`cache/${file}`));
  const late: Host = {
    ...disk,
    read: async (file) => {
      if (file === at(PAGE)) await writeFile(file, "# Another\n");
      return disk.read(file);
    },
  };
  const { code, stderr } = await generate(late);
  expect(code).toBe(1);
  expect(stderr).toContain(`error: ${PAGE}: it changed during the run\nRun again.\n`);
  await expectSameAsFresh("run again");
});

const stamps: readonly [name: string, changed: { mtimeMs: number; ctimeMs: number }, isSettled: boolean][] = [
  ["long ago", { mtimeMs: 1000, ctimeMs: 1000 }, true],
  ["within a tick", { mtimeMs: 98_500, ctimeMs: 98_500 }, false],
  ["just a tick ago", { mtimeMs: 98_000, ctimeMs: 98_000 }, false],
  ["just now, with an older time put in", { mtimeMs: 1000, ctimeMs: 99_999 }, false],
  ["still to come, by a clock that goes ahead", { mtimeMs: 200_000, ctimeMs: 200_000 }, false],
];

it.each(stamps)("knows whether a stamp is settled: changed %s", (_, changed, isSettled) => {
  expect(stampOf({ size: 1, ino: 2, dev: 3, ...changed }, 100_000)).toMatchObject({ isSettled });
});
