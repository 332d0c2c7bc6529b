import { expect, it } from "vitest";
import { cacheFolder } from "../../generator/memo/folder.ts";
import { keyOf } from "../../generator/memo/key.ts";
import { openStore } from "../../generator/memo/store.ts";
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

it("writes nothing when nothing is new", async () => {
  const host = await filled();
  host.log.length = 0;
  const store = await openStore(host, FILE);
  store.get(A);
  await store.save();
  expect(host.log).toEqual([]);
});

it("adds what is new, and drops what was not asked for once that is most of the file", async () => {
  const host = await filled();
  host.log.length = 0;
  await runWith(host, [A], keyOf("c"));
  expect(host.log).toEqual([`append ${FILE}`]);
  expect(await allOf(host)).toEqual(["first\n", "zweite Zeile: ß", "new", null]);
  await runWith(host, [A], keyOf("d"));
  expect(host.log).toHaveLength(3);
  expect(await allOf(host)).toEqual(["first\n", null, null, "new"]);
});

async function runWith(host: MemoryHost, asked: readonly string[], added: string): Promise<void> {
  const store = await openStore(host, FILE);
  for (const key of asked) store.get(key);
  store.set(added, "new");
  await store.save();
}

async function allOf(host: MemoryHost): Promise<readonly (string | null)[]> {
  const store = await openStore(host, FILE);
  return [A, B, keyOf("c"), keyOf("d")].map((key) => store.get(key));
}

it("keeps what two runs add at once", async () => {
  const host = await filled();
  const [one, other] = [await openStore(host, FILE), await openStore(host, FILE)];
  one.get(A);
  other.get(A);
  one.set(keyOf("c"), "of one");
  other.set(keyOf("d"), "of the other");
  await Promise.all([one.save(), other.save()]);
  expect(await allOf(host)).toEqual(["first\n", "zweite Zeile: ß", "of one", "of the other"]);
});

it("writes the file anew where an earlier run was killed while it added something", async () => {
  const host = await filled();
  const whole = host.files.get(FILE) ?? new Uint8Array();
  for (let length = 1; length < whole.length; length += 1) {
    host.files.set(FILE, whole.slice(0, length));
    await runWith(host, [A, B], keyOf("c"));
    expect((await allOf(host))[2]).toBe("new");
  }
});

it("forgets its texts when it is saved, and appends what is set later", async () => {
  const host = await filled();
  const store = await openStore(host, FILE);
  store.set(keyOf("c"), "third");
  await store.save();
  expect([store.get(A), store.get(keyOf("c"))]).toEqual([null, null]);
  host.log.length = 0;
  store.set(keyOf("d"), "fourth");
  await store.save();
  await store.save();
  expect(host.log).toEqual([`append ${FILE}`]);
  expect((await allOf(host))[3]).toBe("fourth");
});

it("writes everything that is set while it saves", async () => {
  const host = createMemoryHost({});
  const store = await openStore(host, FILE);
  store.set(A, "one");
  const first = store.save();
  store.set(B, "two");
  await Promise.all([first, store.save()]);
  expect((await allOf(host)).slice(0, 2)).toEqual(["one", "two"]);
});

/** The keys change their places, and nothing else does. */
function exchangeKeys(bytes: Uint8Array): Uint8Array {
  const text = new TextDecoder().decode(bytes);
  return new TextEncoder().encode(text.replace(A, "_").replace(B, A).replace("_", B));
}

const damages: readonly [name: string, damage: (bytes: Uint8Array) => Uint8Array, want: readonly (string | null)[]][] =
  [
    ["a file that is cut off", (bytes) => bytes.slice(0, -8), ["first\n", null]],
    ["a letter that changed", (bytes) => bytes.with(87, 33), [null, "zweite Zeile: ß"]],
    ["a header that changed", (bytes) => bytes.with(3, 33), [null, null]],
    ["a checksum that changed", (bytes) => bytes.with(80, bytes[80] === 48 ? 49 : 48), [null, "zweite Zeile: ß"]],
    ["a text under the key of another", exchangeKeys, [null, null]],
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
