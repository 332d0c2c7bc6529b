import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { expect, it } from "vitest";
import { argumentsOf } from "../support/commands/case.ts";
import { stable } from "../support/commands/print.ts";
import { runCommand } from "../support/command-line.ts";
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
 * - `$`: a call. What the call prints and its exit code follow; `UPDATE=1` writes them.
 */

const FOLDER = path.join(REPOSITORY, "test/fixtures/errors");
const HELP = /^(?:Run "graph-docs-codegen.*"|See .* for all settings\.$)/;
const OPERATIONS = ["list", "read", "write", "append", "mirror", "move", "remove"] as const;

/** Writes a file, makes the host refuse something, or runs a call, as a line of a case says. */
async function runLine(host: MemoryHost, line: string): Promise<readonly string[]> {
  const [mark = "", first = "", ...rest] = line.split(" ");
  if (mark === ">") {
    host.files.set(`/project/${first}`, new TextEncoder().encode(rest.join(" ").replaceAll("\\n", "\n")));
  } else if (mark === "!") {
    const [pattern = "", code = ""] = rest;
    const operation = OPERATIONS.find((name) => name === first) ?? "read";
    host.failOn(operation, new RegExp(pattern), code);
  } else {
    const argv = argumentsOf(line).slice(2);
    const before = changesOf(host);
    const ran = await runCommand(host, ...argv);
    if (ran.code === 2)
      expect({ stdout: ran.stdout, changes: changesOf(host) }).toEqual({ stdout: "", changes: before });
    return [...(ran.code === 0 ? [] : printed(ran.stderr)), `exit code ${ran.code}`];
  }
  return [];
}

/** What an error says: what is wrong, what to do, and where to find help. */
function printed(stderr: string): readonly string[] {
  const lines = stable(stderr.trimEnd()).split("\n");
  const start = lines.findIndex((line) => line.startsWith("error: "));
  expect(lines.slice(start).length, stderr).toBeGreaterThanOrEqual(3);
  expect(lines.at(-1)).toMatch(HELP);
  return lines;
}

async function runCase(text: string): Promise<string> {
  const host = createDocsHost();
  const [title = "", ...lines] = text.split("\n").filter((line) => /^[#>!$] /.test(line));
  const shown = [title];
  for (const line of lines) shown.push(line, ...(await runLine(host, line)));
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
