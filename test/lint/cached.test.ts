import path from "node:path";
import { expect, it } from "vitest";
import { lintTask, parseLinted, printLinted, type LintedRecord } from "../../generator/read/lint-task.ts";
import { runCommand } from "../support/command-line.ts";
import { readInputs } from "../support/fixtures.ts";
import { createMemoryHost, type MemoryHost } from "../support/memory-host.ts";

const harbour = Object.entries(readInputs({ name: "harbour", folder: "harbour" }));
const BOAT = path.resolve("/project/docs/resources/boat.md");
const GET = path.resolve("/project/docs/api/boat-get.md");

function createHost(): MemoryHost {
  return createMemoryHost(Object.fromEntries(harbour.map(([file, bytes]) => [path.resolve("/project", file), bytes])));
}

function edit(host: MemoryHost, file: string, from: string, to: string): void {
  expect(host.text(file)).toContain(from);
  host.files.set(file, new TextEncoder().encode((host.text(file) ?? "").replace(from, to)));
}

/** Runs lint with a cache; returns its output and the kinds of results that were computed. */
async function lintKept(host: MemoryHost): Promise<{ readonly printed: string; readonly fresh: readonly string[] }> {
  host.log.length = 0;
  const { stdout } = await runCommand(host, "lint", "--docs", "docs", "--cache-dir", "cache");
  const fresh = host.log.flatMap((line) => /^(?:move|append) .*\.(\w+)$/.exec(line)?.[1] ?? []);
  return { printed: stdout, fresh: fresh.toSorted() };
}

async function lintAnew(host: MemoryHost): Promise<string> {
  return (await runCommand(host, "lint", "--docs", "docs", "--no-cache")).stdout;
}

const edits: readonly [name: string, file: string, from: string, to: string, fresh: readonly string[]][] = [
  ["text in a table", BOAT, "Length in metres.", "TODO", ["findings", "pages"]],
  ["lines above an example", GET, "Reads a [boat]", "Reads one.\n\nReads a [boat]", ["findings", "pages"]],
  ["a value of an example", GET, '"length": 12', '"length": "very"', ["findings", "pages", "proofs"]],
  ["an undefined property in an example", GET, '"isAfloat": true', '"isAfoat": true', ["findings", "pages", "proofs"]],
  ["a type of a table", BOAT, "|length|Int32|", "|length|Boolean|", ["findings", "pages", "proofs"]],
];

it.each(edits)("finds the same with and without a cache after an edit of %s", async (_, file, from, to, fresh) => {
  const host = createHost();
  // A cached finding moves with its page.
  edit(host, GET, '"id": "b-7"', '"id": 7');
  await lintKept(host);
  edit(host, file, from, to);
  const again = await lintKept(host);
  expect(again.printed).toBe(await lintAnew(host));
  expect(again.fresh).toEqual(fresh);
});

it("computes nothing if nothing changed", async () => {
  const host = createHost();
  edit(host, GET, '"length": 12', '"length": "very"');
  const { printed } = await lintKept(host);
  expect(printed).toContain("example-value-type");
  expect(await lintKept(host)).toEqual({ printed, fresh: [] });
});

it("lints again after a file that is not a page was added", async () => {
  const host = createHost();
  edit(host, BOAT, "(sailor.md)", "(chart.png)");
  await lintKept(host);
  host.files.set(path.resolve("/project/docs/resources/Chart.png"), new Uint8Array());
  expect((await lintKept(host)).printed).toContain("link-case");
});

it("restores a serialized page", () => {
  const text = Object.fromEntries(harbour)["docs/resources/boat.md"];
  const source = { path: "resources/boat.md", text: new TextDecoder().decode(text), problem: null, includes: {} };
  const linted = lintTask(source);
  expect(linted.linted?.index.anchors.size).toBeGreaterThan(2);
  const record: unknown = JSON.parse(printLinted(linted));
  if (!isRecord(record)) throw new Error("expected a record");
  expect(parseLinted(record)).toEqual(linted);
});

function isRecord(value: unknown): value is LintedRecord {
  return typeof value === "object" && value !== null && "linted" in value;
}
