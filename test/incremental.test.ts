import { expect, it } from "vitest";
import { createNodeHost } from "../generator/host/node-host.ts";
import { runCommand } from "./support/command-line.ts";
import { createMemoryHost, type MemoryHost } from "./support/memory-host.ts";
import { REPOSITORY } from "./support/node-docs.ts";

const disk = createNodeHost();
const pages = await disk.list(`${REPOSITORY}/docs-input`);
const files: Record<string, Uint8Array> = {};
for (const page of pages) {
  files[`/project/docs-input/${page}`] = (await disk.read(`${REPOSITORY}/docs-input/${page}`)) ?? new Uint8Array();
}

const OUT = "/project/generated/";
const outputOf = (host: MemoryHost) =>
  Object.fromEntries(
    [...host.files.keys()].filter((file) => file.startsWith(OUT)).map((file) => [file, host.text(file)]),
  );

const cached = (host: MemoryHost) => runCommand(host, "generate", "--cache-dir", "cache");

async function coldOutput(host: MemoryHost): Promise<Readonly<Record<string, string | null>>> {
  const docs = [...host.files].filter(([file]) => file.startsWith("/project/docs-input/"));
  const fresh = createMemoryHost(Object.fromEntries(docs));
  await runCommand(fresh, "generate", "--no-cache");
  return outputOf(fresh);
}

const page = (kind: string, at: number) => {
  const found = Object.keys(files).filter((file) => file.includes(`/${kind}/`))[at];
  if (found === undefined) throw new Error(`Unexpected sample without ${kind}/`);
  return found;
};

function edit(host: MemoryHost, file: string, change: (text: string) => string): void {
  host.files.set(file, new TextEncoder().encode(change(host.text(file) ?? "")));
}

const changes: readonly [name: string, change: (host: MemoryHost) => void][] = [
  ["nothing changed", () => undefined],
  [
    "a sentence changed",
    (host) => {
      edit(host, page("resources", 0), (text) => text.replace("|String|", "|String|New: "));
    },
  ],
  [
    "lines moved",
    (host) => {
      edit(host, page("api", 1), (text) => text.replace(/\n## /, "\n\n\n## "));
    },
  ],
  [
    "a page went",
    (host) => {
      host.files.delete(page("api", 2));
    },
  ],
  [
    "a page came back under another name",
    (host) => {
      host.files.set("/project/docs-input/api/door-open.md", files[page("api", 2)] ?? new Uint8Array());
    },
  ],
  [
    "a resource went",
    (host) => {
      host.files.delete(page("resources", 1));
    },
  ],
  [
    "a page is no text",
    (host) => {
      host.files.set(page("api", 3), new Uint8Array([0, 255]));
    },
  ],
  [
    "an output file was edited by hand back and forth",
    (host) => {
      edit(host, `${OUT}package.json`, (text) => text);
    },
  ],
];

it("gives after each change, with the results it kept, what a first run gives", { timeout: 300_000 }, async () => {
  const host = createMemoryHost(files);
  await cached(host);
  for (const [name, change] of changes) {
    change(host);
    const { code, stderr } = await cached(host);
    expect({ code, fault: stderr.includes("bug in the program") }, name).toEqual({ code: 0, fault: false });
    expect(outputOf(host), name).toEqual(await coldOutput(host));
  }
});

it("says the same of a package that it did not have to make anew", async () => {
  const host = createMemoryHost(files);
  const first = await cached(host);
  const second = await cached(host);
  expect(second.stderr).toBe(first.stderr);
  expect(second.stdout.split("\n")[0]).toBe(first.stdout.split("\n")[0]);
  expect(second.stdout).toContain("0 files written");
  const check = await runCommand(host, "check", "--cache-dir", "cache");
  expect(check).toMatchObject({ code: 0, stderr: first.stderr });
});

it("finds a file that was edited by hand although the docs are as they were", async () => {
  const host = createMemoryHost(files);
  await cached(host);
  edit(host, `${OUT}src/index.ts`, (text) => `${text}\n// mine`);
  expect((await runCommand(host, "check", "--cache-dir", "cache")).stdout).toContain(
    "edited       generated/src/index.ts",
  );
  host.files.delete(`${OUT}src/index.ts`);
  await cached(host);
  expect(outputOf(host)).toEqual(await coldOutput(host));
});

it("keeps nothing with --no-cache", async () => {
  const host = createMemoryHost(files);
  await runCommand(host, "model", "--no-cache");
  expect([...host.files.keys()].filter((file) => !(file in files))).toEqual([]);
});
