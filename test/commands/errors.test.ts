import { mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import process from "node:process";
import { afterAll, expect, it } from "vitest";
import { argumentsOf } from "../support/commands/case.ts";
import { createDiskFolder, type Folder } from "../support/commands/folder.ts";
import { stable } from "../support/commands/print.ts";
import { runCommandIn, type Ran } from "../support/command-line.ts";
import { changesOf, type MemoryHost } from "../support/memory-host.ts";
import { REPOSITORY } from "../support/node-docs.ts";
import { createDocsHost } from "../support/pages.ts";

/*
 * What the program says about every mistake that a user can make. Each file of `test/fixtures/errors` is a transcript, in
 * which a line begins with
 *
 * - `#`: the title of a case, which begins in a folder with two pages in `docs-input`;
 * - `>`: a file that is written, with its content;
 * - `!`: an operation that the file system refuses for paths that match, with the error;
 * - `*`: a call of Git, for which the folder is on disk;
 * - `$`: a call. What the call prints and its exit code follow; `UPDATE=1` writes them.
 */

const FOLDER = path.join(REPOSITORY, "test/fixtures/errors");
const HELP = /^(?:Run "graph-docs-codegen.*"|See .* for all settings\.$)/;
const OPERATIONS = ["list", "read", "write", "append", "mirror", "move", "remove"] as const;

/** The folder of the user. */
interface Place extends Pick<Folder, "host" | "cwd" | "write" | "git"> {
  /** Makes the file system refuse an operation for paths that match. */
  readonly refuse: (operation: string, pattern: string, code: string) => void;
  /** The changes that were made, apart from those of locks. */
  readonly changes: () => readonly string[];
}

const disk: string[] = [];
afterAll(() => {
  for (const folder of disk) rmSync(folder, { recursive: true });
});

function createPlace(isOnDisk: boolean): Place {
  const host = createDocsHost();
  if (!isOnDisk) return memoryPlace(host);
  const cwd = realpathSync(mkdtempSync(path.join(tmpdir(), "graph-docs-errors-")));
  disk.push(cwd);
  const folder = createDiskFolder(cwd);
  for (const file of host.files.keys()) folder.write(path.posix.relative("/project", file), host.text(file) ?? "");
  return { ...folder, refuse: () => undefined, changes: () => [...folder.files().keys()] };
}

function memoryPlace(host: MemoryHost): Place {
  return {
    host,
    cwd: "/project",
    write: (file, text) => void host.files.set(`/project/${file}`, new TextEncoder().encode(text)),
    git: () => undefined,
    refuse: (operation, pattern, code) => {
      host.failOn(OPERATIONS.find((name) => name === operation) ?? "read", new RegExp(pattern), code);
    },
    changes: () => changesOf(host),
  };
}

/** Does what a line of a case says. Returns what a call says. */
async function runLine(place: Place, line: string): Promise<readonly string[]> {
  const [mark = "", first = "", ...rest] = line.split(" ");
  const [second = "", third = ""] = rest;
  switch (mark) {
    case ">":
      place.write(first, rest.join(" ").replaceAll("\\n", "\n"));
      return [];
    case "!":
      place.refuse(first, second, third);
      return [];
    case "*":
      place.git(...argumentsOf(line).slice(2));
      return [];
    default: {
      const before = place.changes();
      const ran = await runCommandIn(place.cwd, place.host, ...argumentsOf(line).slice(2));
      if (ran.code === 2) expect([ran.stdout, place.changes()]).toEqual(["", before]);
      return [...linesOf(ran, place), `exit code ${ran.code}`];
    }
  }
}

/** What a call says. An error states what is wrong, what to do, and where to find help. */
function linesOf({ code, stderr }: Ran, { cwd }: Place): readonly string[] {
  if (stderr === "") return [];
  const lines = stable(stderr.trimEnd()).replaceAll(cwd, "/project").split("\n");
  if (code === 0) return lines;
  const start = lines.findIndex((line) => line.startsWith("error: "));
  expect(lines.slice(start).length, stderr).toBeGreaterThanOrEqual(3);
  expect(lines.at(-1)).toMatch(HELP);
  return lines;
}

async function runCase(text: string): Promise<string> {
  const [title = "", ...lines] = text.split("\n").filter((line) => /^[#>!*$] /.test(line));
  const place = createPlace(lines.some((line) => line.startsWith("* ")));
  const shown = [title];
  for (const line of lines) shown.push(line, ...(await runLine(place, line)));
  return `${shown.join("\n")}\n`;
}

const titleOf = (text: string): string => text.slice(2, text.indexOf("\n"));
const cases = readdirSync(FOLDER).flatMap((name) => {
  const texts = readFileSync(path.join(FOLDER, name), "utf8").split(/\n?^(?=# )/m);
  return texts.map((text) => ({ name, title: titleOf(text), text }));
});

/** Cases as they ran, by file. */
const ran = new Map<string, string[]>();

it.each(cases)("explains $name: $title", async ({ name, text }) => {
  const now = await runCase(text);
  ran.set(name, [...(ran.get(name) ?? []), now]);
  if (process.env.UPDATE === "1") writeFileSync(path.join(FOLDER, name), ran.get(name)?.join("\n") ?? "");
  else expect(now).toBe(text.replace(/\n*$/, "\n"));
});
