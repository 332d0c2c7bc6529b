import { expect, it } from "vitest";
import { cacheFolder } from "../../generator/cache/folder.ts";
import { keyOf, openStore } from "../../generator/cache/store.ts";
import { createMemoryHost, type MemoryHost } from "../support/memory-host.ts";

const FILE = "/cache/x.pages";
const [A, B] = [keyOf("a"), keyOf("b")];

async function filled(): Promise<MemoryHost> {
  const host = createMemoryHost({});
  const store = await openStore(host, FILE);
  store.set(A, "first\n");
  store.set(B, "zweite Zeile: ß");
  await store.save();
  return host;
}

it("gives back what an earlier run kept", async () => {
  const store = await openStore(await filled(), FILE);
  expect([store.get(A), store.get(B), store.get(keyOf("c"))]).toEqual(["first\n", "zweite Zeile: ß", null]);
});

it("drops what the last run did not ask for, and writes nothing when nothing is new", async () => {
  const host = await filled();
  host.log.length = 0;
  const quiet = await openStore(host, FILE);
  quiet.get(A);
  await quiet.save();
  expect(host.log).toEqual([]);
  const store = await openStore(host, FILE);
  store.get(A);
  store.set(keyOf("c"), "third");
  await store.save();
  const next = await openStore(host, FILE);
  expect([next.get(A), next.get(B), next.get(keyOf("c"))]).toEqual(["first\n", null, "third"]);
});

it("is over when it is saved: it holds nothing, takes nothing, and saving again changes nothing", async () => {
  const host = await filled();
  const store = await openStore(host, FILE);
  store.set(keyOf("c"), "third");
  await store.save();
  host.log.length = 0;
  store.set(A, "fourth");
  await store.save();
  expect(host.log).toEqual([]);
  expect([store.get(A), store.get(keyOf("c"))]).toEqual([null, null]);
});

const damages: readonly [name: string, damage: (bytes: Uint8Array) => Uint8Array, want: readonly (string | null)[]][] =
  [
    ["a file that is cut off", (bytes) => bytes.slice(0, -8), ["first\n", null]],
    ["a letter that changed", (bytes) => bytes.with(95, 33), [null, "zweite Zeile: ß"]],
    ["a header that changed", (bytes) => bytes.with(3, 33), [null, null]],
    ["a length that leads out of the file", (bytes) => bytes.with(66, 57), [null, null]],
    ["a file of another kind", () => new TextEncoder().encode('{"a": 1}'), [null, null]],
    ["an empty file", () => new Uint8Array(), [null, null]],
  ];

it.each(damages)("takes %s for results that are not there", async (_, damage, want) => {
  const host = await filled();
  host.files.set(FILE, damage(host.files.get(FILE) ?? new Uint8Array()));
  const store = await openStore(host, FILE);
  expect([store.get(A), store.get(B)]).toEqual(want);
});

it("leaves the old file and no draft when the disk is full", async () => {
  const host = await filled();
  const before = host.text(FILE);
  host.failOn("move", /x\.pages$/, "ENOSPC");
  const store = await openStore(host, FILE);
  store.set(A, "new");
  await store.save();
  expect([...host.files.keys()]).toEqual([FILE]);
  expect(host.text(FILE)).toBe(before);
});

it("tells parts apart, wherever they are joined", () => {
  expect(keyOf("ab", "c")).not.toBe(keyOf("a", "bc"));
});

it.each([
  ["below the nearest installed package", { "/a/package.json": "{}", "/a/node_modules/x/y.js": "" }, "/a/node_modules"],
  ["nowhere in a package without dependencies", { "/a/package.json": "{}", "/a/b/c": "" }, null],
  ["nowhere without a package", { "/a/b/c": "" }, null],
])("keeps results %s", async (_, files, want) => {
  const folder = await cacheFolder(createMemoryHost(files), "/a/b");
  expect(folder).toBe(want === null ? null : `${want}/.cache/graph-docs-codegen`);
});
