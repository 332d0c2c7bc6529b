import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { keyOf } from "../../generator/memo/key.ts";
import { openStore } from "../../generator/memo/store.ts";
import { createNodeHost } from "../../generator/host/node-host.ts";

const host = createNodeHost();
/** Longer than what Node writes in one piece by itself. */
const LONG = 1_500_000;

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "graph-docs-store-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

it("keeps what several runs add to one file at once", async () => {
  const file = path.join(folder, "results/x.pages");
  const first = await openStore(host, file);
  first.set(keyOf("first"), "1".repeat(4 * LONG));
  await first.save();
  const names = ["a", "b", "c"];
  const stores = await Promise.all(names.map(() => openStore(host, file)));
  await Promise.all(
    stores.map((store, index) => {
      const name = names[index] ?? "";
      store.get(keyOf("first"));
      store.set(keyOf(name), name.repeat(LONG));
      return store.save();
    }),
  );
  const last = await openStore(host, file);
  expect(last.get(keyOf("first"))).toBe("1".repeat(4 * LONG));
  expect(names.map((name) => last.get(keyOf(name)) === name.repeat(LONG))).toEqual([true, true, true]);
  expect(readdirSync(path.dirname(file))).toEqual(["x.pages"]);
});
