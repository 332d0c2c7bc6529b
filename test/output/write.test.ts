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

it("touches nothing when nothing changed", async () => {
  const host = createMemoryHost({});
  await generate(host, first);
  host.log.length = 0;
  await generate(host, first);
  expect(host.log).toEqual([]);
});

it("writes only what changed, and removes what it wrote before and no longer does", async () => {
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

it("takes a checkout with CRLF for what was written", async () => {
  const host = createMemoryHost({});
  await generate(host, first);
  for (const [file, bytes] of host.files) {
    host.files.set(file, new TextEncoder().encode(new TextDecoder().decode(bytes).replaceAll("\n", "\r\n")));
  }
  const plan = await planOutput(host, "/out", first);
  expect(new Set(Object.values(changes(plan)))).toEqual(new Set(["unchanged"]));
});

it.each([
  ["a file edited by hand that would change", "src/device.ts", "edited"],
  ["a file edited by hand that would go", "src/old/gone.ts", "edited"],
  ["a file that is not ours", "src/user.ts", "foreign"],
])("knows %s", async (_, path, disk) => {
  const host = createMemoryHost({});
  await generate(host, first);
  host.files.set(`/out/${path}`, new TextEncoder().encode("by hand"));
  const plan = await planOutput(host, "/out", second);
  expect(plan.files.filter(losesWork)).toEqual([expect.objectContaining({ path, disk })]);
});

it("leaves the old package when staging fails", async () => {
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
  ["many files where there were few", first, many(1)],
];

describe.each(updates)("an update of %s", (_, before, after) => {
  const strangers = { "/out/src/mine.ts": "mine", "/out/node_modules/a.js": "a" };

  it.each([0, 1, 2, 3, 4, 5])("is finished when it was killed after %i changes", async (count) => {
    const host = createMemoryHost(strangers);
    await generate(host, before);
    const wanted = createMemoryHost(strangers);
    await generate(wanted, after);
    await writeOutput(killedAfter(host, count), await planOutput(host, "/out", after)).catch(() => undefined);
    await recoverOutput(host, "/out");
    expect(state(host)).toEqual(state(wanted));
  });

  it("is finished when the run that finishes it is killed as well", async () => {
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

it("replaces a folder in which many files change by two moves, with what is not ours in it", async () => {
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

it("moves the files one by one where the folder cannot be moved", async () => {
  const host = createMemoryHost({ "/out/src/mine.ts": "mine" });
  await generate(host, many(1));
  const wanted = createMemoryHost({ "/out/src/mine.ts": "mine" });
  await generate(wanted, many(2));
  host.failOn("move", /old\/src$/, "EBUSY");
  await generate(host, many(2));
  expect(state(host)).toEqual(state(wanted));
});

it("keeps a file that somebody makes while the folder is being replaced", async () => {
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

it("clears away what a run left that was killed while staging", async () => {
  const host = createMemoryHost({});
  await generate(host, first);
  const before = state(host);
  host.files.set("/out/.graph-docs-staging/new/src/user.ts", new TextEncoder().encode("half a fi"));
  await recoverOutput(host, "/out");
  expect(state(host)).toEqual(before);
});

it("does not follow a manifest out of the package", async () => {
  const host = createMemoryHost({ "/precious.ts": "keep" });
  const files = { "../precious.ts": "0", "/precious.ts": "0", "a/../../precious.ts": "0", "..\\precious.ts": "0" };
  host.files.set(`/out/${MANIFEST_PATH}`, new TextEncoder().encode(JSON.stringify({ files })));
  await generate(host, first);
  expect(host.text("/precious.ts")).toBe("keep");
});

it.each(["", "{", "[]", "null", '{"files":null}', '{"files":[1]}'])(
  "takes a damaged manifest %j for an empty one",
  (text) => {
    expect(parseManifest(text).size).toBe(0);
  },
);

it.each([
  ["../x.ts", "leaves the package"],
  ["SRC/device.ts", "stands twice"],
])("refuses the emitted path %s", async (path, message) => {
  const files = [...first, { path, text: "" }];
  await expect(planOutput(createMemoryHost({}), "/out", files)).rejects.toThrow(message);
});

/** A host that makes some changes once the journal is written, and then fails as if the process had been killed. */
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
      // Whoever is dead cannot write another journal.
      if (file.endsWith("journal.json.draft") && host.text(file.replace(".draft", "")) !== null)
        throw new Error("killed");
      await host.write(file, bytes);
    },
  };
}
