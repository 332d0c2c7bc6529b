import fc from "fast-check";
import { expect, it } from "vitest";
import { keyOf } from "../../generator/memo/key.ts";
import { openStore } from "../../generator/memo/store.ts";
import { createMemoryHost } from "../support/memory-host.ts";

const FILE = "/cache/x.pages";
const KEYS = ["a", "b", "c", "d"].map((name) => keyOf(name));

/** What a run asks for and adds; what then happens to the file. */
const round = fc.record({
  asks: fc.subarray(KEYS),
  adds: fc.dictionary(fc.constantFrom(...KEYS), fc.string({ maxLength: 60 }), { maxKeys: 3 }),
  damage: fc.option(
    fc.oneof(
      fc.record({ kind: fc.constant("cut" as const), at: fc.nat(), bits: fc.constant(0) }),
      fc.record({ kind: fc.constant("flip" as const), at: fc.nat(), bits: fc.integer({ min: 1, max: 255 }) }),
      // A run that is killed while it adds, after which others go on that began before.
      fc.record({ kind: fc.constant("stray" as const), at: fc.nat(), bits: fc.integer({ min: 1, max: 150 }) }),
    ),
  ),
});

it("gives a text that was kept under the key or none, whatever happens to the file", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(round, { maxLength: 12 }), async (rounds) => {
      const host = createMemoryHost({});
      const kept = new Map(KEYS.map((key) => [key, new Set<string>()]));
      for (const { asks, adds, damage } of rounds) {
        const store = await openStore(host, FILE);
        for (const key of asks) {
          const text = store.get(key);
          if (text !== null) expect(kept.get(key)).toContain(text);
        }
        for (const [key, text] of Object.entries(adds)) {
          store.set(key, text);
          kept.get(key)?.add(text);
        }
        await store.save();
        const next = await openStore(host, FILE);
        // Whatever stood there before, what was added just now is there.
        expect(Object.keys(adds).map((key) => next.get(key))).toEqual(Object.values(adds));
        const bytes = host.files.get(FILE);
        if (damage !== null && bytes !== undefined) host.files.set(FILE, damaged(bytes, damage));
      }
    }),
    { numRuns: 300 },
  );
});

function damaged(bytes: Uint8Array, { kind, at, bits }: { kind: "cut" | "flip" | "stray"; at: number; bits: number }) {
  const place = bytes.length === 0 ? 0 : at % bytes.length;
  switch (kind) {
    case "cut":
      return bytes.slice(0, place);
    case "flip":
      return bytes.map((byte, index) => (index === place ? byte ^ bits : byte));
    case "stray":
      return Buffer.concat([bytes, bytes.slice(0, bits)]);
  }
}
