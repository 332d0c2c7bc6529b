import { describe, expect, it } from "vitest";
import type { OutputFile } from "../../generator/emit/model.ts";
import { recoverOutput } from "../../generator/output/journal.ts";
import { MANIFEST_PATH, parseManifest } from "../../generator/output/manifest.ts";
import { changeOf, losesWork, type OutputPlan } from "../../generator/output/model.ts";
import { planOutput } from "../../generator/output/plan.ts";
import { writeOutput } from "../../generator/output/write.ts";
import { createMemoryHost, type MemoryHost } from "../support/memory-host.ts";

const first: readonly OutputFile[] = [
  { path: "package.json", text: "{}\n" },
  { path: "src/device.ts", text: "export interface device {}\n" },
  { path: "src/old/gone.ts", text: "export {};\n" },
];
const second: readonly OutputFile[] = [
  { path: "package.json", text: "{}\n" },
  { path: "src/device.ts", text: "export interface device { id?: string }\n" },
  { path: "src/user.ts", text: "export interface user {}\n" },
];

async function generate(host: MemoryHost, files: readonly OutputFile[]): Promise<OutputPlan> {
  const plan = await planOutput(host, "/out", files);
  await writeOutput(host, plan);
  return plan;
}

const changes = (plan: OutputPlan) => Object.fromEntries(plan.files.map((file) => [file.path, changeOf(file)]));
const state = (host: MemoryHost) => Object.fromEntries([...host.files.keys()].map((file) => [file, host.text(file)]));

it("writes all files of a first run and lists them in the manifest", async () => {
  const host = createMemoryHost({});
  const plan = await generate(host, first);
  expect(changes(plan)).toEqual({
    [MANIFEST_PATH]: "created",
    "package.json": "created",
    "src/device.ts": "created",
    "src/old/gone.ts": "created",
  });
  expect([...host.files.keys()].toSorted()).toEqual(
    [MANIFEST_PATH, ...first.map(({ path }) => path)].map((file) => `/out/${file}`),
  );
  expect([...parseManifest(host.text(`/out/${MANIFEST_PATH}`)).keys()]).toEqual(first.map(({ path }) => path));
});

it("writes nothing where nothing changed", async () => {
  const host = createMemoryHost({});
  await generate(host, first);
  host.log.length = 0;
  await generate(host, first);
  expect(host.log).toEqual([]);
});

it("writes only changed files, and removes files that are no longer generated", async () => {
  const host = createMemoryHost({ "/out/src/mine.ts": "mine" });
  await generate(host, first);
  expect(changes(await generate(host, second))).toEqual({
    [MANIFEST_PATH]: "changed",
    "package.json": "unchanged",
    "src/device.ts": "changed",
    "src/old/gone.ts": "removed",
    "src/user.ts": "created",
  });
  expect(host.text("/out/src/old/gone.ts")).toBeNull();
  expect(host.text("/out/src/mine.ts"), "a file of the user's").toBe("mine");
});

it("treats a checkout with CRLF as unchanged", async () => {
  const host = createMemoryHost({});
  await generate(host, first);
  for (const [file, bytes] of host.files) {
    host.files.set(file, new TextEncoder().encode(new TextDecoder().decode(bytes).replaceAll("\n", "\r\n")));
  }
  const plan = await planOutput(host, "/out", first);
  expect(new Set(Object.values(changes(plan)))).toEqual(new Set(["unchanged"]));
});

it.each([
  ["an edited file that changes", "src/device.ts", "edited"],
  ["an edited file that is removed", "src/old/gone.ts", "edited"],
  ["a foreign file", "src/user.ts", "foreign"],
])("detects %s", async (_, path, disk) => {
  const host = createMemoryHost({});
  await generate(host, first);
  host.files.set(`/out/${path}`, new TextEncoder().encode("by hand"));
  const plan = await planOutput(host, "/out", second);
  expect(plan.files.filter(losesWork)).toEqual([expect.objectContaining({ path, disk })]);
});

it("preserves the old package where staging fails", async () => {
  const host = createMemoryHost({});
  await generate(host, first);
  const before = state(host);
  host.failOn("write", /staging\/new\/src\/user/, "ENOSPC");
  await expect(generate(host, second)).rejects.toThrow("ENOSPC");
  expect(state(host)).toEqual(before);
});

const many = (version: number): readonly OutputFile[] => [
  { path: "package.json", text: `{"version":${version}}\n` },
  ...Array.from({ length: 40 }, (_, index) => ({ path: `src/${index}.ts`, text: `export const a = ${version};\n` })),
  { path: "src/same.ts", text: "export {};\n" },
  { path: `src/only${version}.ts`, text: "export {};\n" },
];

const updates: readonly [name: string, before: readonly OutputFile[], after: readonly OutputFile[]][] = [
  ["a few files", first, second],
  ["many files", many(1), many(2)],
  ["many files after a few", first, many(1)],
];

describe.each(updates)("an update of %s", (_, before, after) => {
  const strangers = { "/out/src/mine.ts": "mine", "/out/node_modules/a.js": "a" };

  it.each([0, 1, 2, 3, 4, 5])("is completed after a kill that follows %i changes", async (count) => {
    const host = createMemoryHost(strangers);
    await generate(host, before);
    const wanted = createMemoryHost(strangers);
    await generate(wanted, after);
    await writeOutput(killedAfter(host, count), await planOutput(host, "/out", after)).catch(() => undefined);
    await recoverOutput(host, "/out");
    expect(state(host)).toEqual(state(wanted));
  });

  it("is completed after a second kill", async () => {
    const host = createMemoryHost(strangers);
    await generate(host, before);
    const wanted = createMemoryHost(strangers);
    await generate(wanted, after);
    await writeOutput(killedAfter(host, 1), await planOutput(host, "/out", after)).catch(() => undefined);
    await recoverOutput(killedAfter(host, 1), "/out").catch(() => undefined);
    await recoverOutput(host, "/out");
    expect(state(host)).toEqual(state(wanted));
  });
});

it("replaces a folder with many changes by two moves, and keeps foreign files", async () => {
  const host = createMemoryHost({ "/out/src/mine.ts": "mine" });
  await generate(host, many(1));
  host.log.length = 0;
  await generate(host, many(2));
  const moves = host.log.filter((entry) => entry.startsWith("move ")).map((entry) => entry.slice("move /out/".length));
  expect(moves).toEqual([
    ".graph-docs-staging/journal.json",
    ".graph-docs-staging/old/src",
    "src",
    "package.json",
    MANIFEST_PATH,
  ]);
  expect(host.text("/out/src/mine.ts")).toBe("mine");
});

it("moves files one by one where their folder cannot be moved", async () => {
  const host = createMemoryHost({ "/out/src/mine.ts": "mine" });
  await generate(host, many(1));
  const wanted = createMemoryHost({ "/out/src/mine.ts": "mine" });
  await generate(wanted, many(2));
  host.failOn("move", /old\/src$/, "EBUSY");
  await generate(host, many(2));
  expect(state(host)).toEqual(state(wanted));
});

it("keeps a file that is created while its folder is replaced", async () => {
  const host = createMemoryHost({});
  await generate(host, many(1));
  const meddled: MemoryHost = {
    ...host,
    change: async (changes) => {
      if (changes.length > 2) host.files.set("/out/src/new.ts", new TextEncoder().encode("new"));
      await host.change(changes);
    },
  };
  await generate(meddled, many(2));
  expect(host.text("/out/src/new.ts")).toBe("new");
});

it("removes the files of a run that was killed while staging", async () => {
  const host = createMemoryHost({});
  await generate(host, first);
  const before = state(host);
  host.files.set("/out/.graph-docs-staging/new/src/user.ts", new TextEncoder().encode("half a fi"));
  await recoverOutput(host, "/out");
  expect(state(host)).toEqual(before);
});

it("ignores paths of the manifest that leave the package", async () => {
  const host = createMemoryHost({ "/precious.ts": "keep" });
  const files = { "../precious.ts": "0", "/precious.ts": "0", "a/../../precious.ts": "0", "..\\precious.ts": "0" };
  host.files.set(`/out/${MANIFEST_PATH}`, new TextEncoder().encode(JSON.stringify({ files })));
  await generate(host, first);
  expect(host.text("/precious.ts")).toBe("keep");
});

it.each(["", "{", "[]", "null", '{"files":null}', '{"files":[1]}'])(
  "treats a damaged manifest %j as an empty one",
  (text) => {
    expect(parseManifest(text).size).toBe(0);
  },
);

it.each([
  ["../x.ts", "leaves the package"],
  ["SRC/device.ts", "occurs twice"],
])("rejects the emitted path %s", async (path, message) => {
  const files = [...first, { path, text: "" }];
  await expect(planOutput(createMemoryHost({}), "/out", files)).rejects.toThrow(message);
});

/** A host that applies some changes after the journal is written, then fails like a killed process. */
function killedAfter(host: MemoryHost, count: number): MemoryHost {
  return {
    ...host,
    change: async (changes) => {
      if (changes.length === 1) return host.change(changes);
      await host.change(changes.slice(0, count));
      throw new Error("killed");
    },
    removeTree: () => Promise.reject(new Error("killed")),
    write: async (file, bytes) => {
      // A killed process cannot write another journal.
      if (file.endsWith("journal.json.draft") && host.text(file.replace(".draft", "")) !== null)
        throw new Error("killed");
      await host.write(file, bytes);
    },
  };
}
