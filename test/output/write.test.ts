import { expect, it } from "vitest";
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
  host.failOn("write", /staging\/1$/, "ENOSPC");
  await expect(generate(host, second)).rejects.toThrow("ENOSPC");
  expect(state(host)).toEqual(before);
});

it.each([1, 2, 3])("finishes a run that was killed at move %i", async (count) => {
  const host = createMemoryHost({});
  await generate(host, first);
  const wanted = createMemoryHost({});
  await generate(wanted, second);
  const plan = await planOutput(host, "/out", second);
  await writeOutput(killedAfter(host, count), plan).catch(() => undefined);
  await recoverOutput(host, "/out");
  expect(state(host)).toEqual(state(wanted));
});

it("clears away what a run left that was killed while staging", async () => {
  const host = createMemoryHost({});
  await generate(host, first);
  const before = state(host);
  host.files.set("/out/.graph-docs-staging/0", new TextEncoder().encode("half a fi"));
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

/** A host whose renames stop after the journal and a number of files, as if the process had been killed. */
function killedAfter(host: MemoryHost, moves: number): MemoryHost {
  let left = moves;
  return {
    ...host,
    rename: async (from, to) => {
      if (left-- <= 0) throw new Error("killed");
      await host.rename(from, to);
    },
    remove: async (file) => {
      if (left <= 0) throw new Error("killed");
      await host.remove(file);
    },
  };
}
