import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, expect, it } from "vitest";
import type { Host } from "../../generator/host/host.ts";
import { createNodeHost } from "../../generator/host/node-host.ts";
import { createProcessMemo, openMemo, type Memo, type Step } from "../../generator/memo/memo.ts";
import { createMemoryHost, type MemoryHost } from "../support/memory-host.ts";

const FOLDER = "/cache";
const SUM: Step<number> = { name: "sum", is: (value) => typeof value === "number" };
const SIGN: Step<string> = { name: "sign", is: (value) => typeof value === "string" };

const open = (host: Host, stamp = "1", isLasting = false): Memo =>
  openMemo(host, { folder: FOLDER, prefix: "docs", stamp, isLasting });

/** Cells by name; the sum of a cell is its number and the sums of the cells that it names. */
interface Cell {
  readonly value: number;
  readonly next: readonly string[];
}
type Cells = ReadonlyMap<string, Cell>;

const NAMES = ["a", "b", "c", "d", "e", "f"];

/** Which cells are followed depends on what was read before, as with names in docs. */
function sum(cells: Cells, name: string, seen: ReadonlySet<string> = new Set()): number {
  const cell = cells.get(name);
  if (cell === undefined || seen.has(name)) return 0;
  const parts = cell.value % 3 === 0 ? cell.next.slice(0, 1) : cell.next;
  return cell.value + parts.reduce((total, each) => total + sum(cells, each, new Set([...seen, name])), 0);
}

const sign = (value: number): string => (value > 10 ? "much" : "little");

interface Ran {
  readonly results: readonly string[];
  /** Keys of the work that was done, by step. */
  readonly sums: readonly string[];
  readonly signs: readonly string[];
}

/** Runs two steps for each name: the second reads results of the first. */
async function run(memo: Memo, cells: Cells, names: readonly string[] = NAMES): Promise<Ran> {
  const [sums, signs]: [string[], string[]] = [[], []];
  const totals = await memo.runAll(SUM, names, { cells }, (missing) =>
    Promise.resolve(
      missing.map(({ index, view }) => {
        const name = names[index] ?? "";
        sums.push(name);
        return sum(view.cells, name);
      }),
    ),
  );
  const byName = new Map(names.map((name, index) => [name, totals[index] ?? 0]));
  const results = await Promise.all(
    names.map((name) =>
      memo.run(SIGN, name, { totals: byName }, ({ totals: view }) => {
        signs.push(name);
        return sign(view.get(name) ?? 0);
      }),
    ),
  );
  await memo.save();
  return { results, sums, signs };
}

const plainRun = (cells: Cells): readonly string[] => NAMES.map((name) => sign(sum(cells, name)));

const cell = fc.record({ value: fc.nat(9), next: fc.subarray(NAMES) });
const edit = fc.oneof(
  fc.record({ kind: fc.constant("set" as const), name: fc.constantFrom(...NAMES), cell }),
  fc.record({ kind: fc.constant("delete" as const), name: fc.constantFrom(...NAMES) }),
  fc.record({ kind: fc.constant("rename" as const), name: fc.constantFrom(...NAMES), to: fc.constantFrom(...NAMES) }),
  fc.record({ kind: fc.constant("restart" as const) }),
  fc.record({ kind: fc.constant("upgrade" as const) }),
  fc.record({ kind: fc.constant("damage" as const), at: fc.nat(), bits: fc.integer({ min: 1, max: 255 }) }),
);

type Edit = typeof edit extends fc.Arbitrary<infer T> ? T : never;

function edited(cells: Cells, change: Edit): Cells {
  const next = new Map(cells);
  switch (change.kind) {
    case "set":
      return next.set(change.name, change.cell);
    case "delete":
      next.delete(change.name);
      return next;
    case "rename": {
      const moved = next.get(change.name);
      next.delete(change.name);
      return moved === undefined ? next : next.set(change.to, moved);
    }
    default:
      return cells;
  }
}

function damage(host: MemoryHost, at: number, bits: number): void {
  for (const [file, bytes] of host.files) {
    const place = bytes.length === 0 ? 0 : at % bytes.length;
    host.files.set(
      file,
      bytes.map((byte, index) => (index === place ? byte ^ bits : byte)),
    );
  }
}

it.each([false, true])(
  "returns what a run without it returns, whatever is edited (in one process: %s)",
  async (lasting) => {
    await fc.assert(
      fc.asyncProperty(
        fc.dictionary(fc.constantFrom(...NAMES), cell),
        fc.array(edit, { maxLength: 8 }),
        async (all, edits) => {
          const host = createMemoryHost({});
          let [cells, version]: [Cells, number] = [new Map(Object.entries(all)), 1];
          let memo = open(host, String(version), lasting);
          expect((await run(memo, cells)).results).toEqual(plainRun(cells));
          for (const change of edits) {
            cells = edited(cells, change);
            if (change.kind === "damage") damage(host, change.at, change.bits);
            if (change.kind === "upgrade") version = 3 - version;
            if (!lasting || change.kind === "restart" || change.kind === "upgrade")
              memo = open(host, String(version), lasting);
            expect((await run(memo, cells)).results).toEqual(plainRun(cells));
          }
        },
      ),
    );
  },
);

const CELLS: Cells = new Map([
  ["a", { value: 1, next: ["b"] }],
  ["b", { value: 2, next: [] }],
  ["c", { value: 4, next: ["d"] }],
]);

const cases: readonly [name: string, after: Cells, sums: readonly string[], signs: readonly string[]][] = [
  ["does nothing again where nothing changed", new Map(structuredClone([...CELLS])), [], []],
  [
    "does again what read the changed entry",
    new Map([...CELLS, ["b", { value: 20, next: [] }]]),
    ["a", "b"],
    ["a", "b"],
  ],
  [
    "stops where a step has the same result as before",
    new Map([...CELLS, ["b", { value: 2, next: ["x"] }]]),
    ["a", "b"],
    [],
  ],
  [
    "does again what looked for an entry that is there now",
    new Map([...CELLS, ["d", { value: 9, next: [] }]]),
    ["c", "d"],
    ["c", "d"],
  ],
  [
    "does again what read an entry that is gone",
    new Map([...CELLS].filter(([name]) => name !== "b")),
    ["a", "b"],
    ["a", "b"],
  ],
];

it.each(cases)("%s", async (_, after, sums, signs) => {
  for (const lasting of [false, true]) {
    const host = createMemoryHost({});
    const memo = open(host, "1", lasting);
    await run(memo, CELLS);
    const again = await run(lasting ? memo : open(host), after);
    expect({ sums: again.sums, signs: again.signs }).toEqual({ sums, signs });
    expect(again.results).toEqual(plainRun(after));
  }
});

it("holds the results of a process that stores nothing", async () => {
  const memo = createProcessMemo();
  await run(memo, CELLS);
  const again = await run(memo, new Map([...CELLS, ["b", { value: 20, next: [] }]]));
  expect({ sums: again.sums, signs: again.signs }).toEqual({ sums: ["a", "b"], signs: ["a", "b"] });
});

it("has no results of another version of the program, and leaves them their own", async () => {
  const host = createMemoryHost({});
  await run(open(host, "1"), CELLS);
  expect((await run(open(host, "2"), CELLS)).sums).toEqual(NAMES);
});

it("does work again whose result is not recognized", async () => {
  const host = createMemoryHost({});
  await run(open(host), CELLS);
  const texts: Step<string> = { name: SUM.name, is: (value) => typeof value === "string" };
  const done: number[] = [];
  await open(host).runAll(texts, ["a"], {}, (missing) => {
    done.push(missing.length);
    return Promise.resolve(["text"]);
  });
  expect(done).toEqual([1]);
});

it("stores nothing of work that fails", async () => {
  const host = createMemoryHost({});
  const memo = open(host);
  const fail = (): number => {
    throw new Error("no sum");
  };
  await expect(memo.run(SUM, "a", {}, fail)).rejects.toThrow("no sum");
  await memo.save();
  expect(await open(host).run(SUM, "a", {}, () => 5)).toBe(5);
});

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "graph-docs-memo-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

it("keeps what one of two runs stores that replace the file at the same time", async () => {
  const host = createNodeHost();
  const openHere = (): Memo => openMemo(host, { folder, prefix: "docs", stamp: "1", isLasting: false });
  const [one, other] = [openHere(), openHere()];
  await one.run(SUM, "first", {}, () => 0);
  await one.save();
  const third = openHere();
  await Promise.all([third.run(SUM, "a", {}, () => 1), other.run(SUM, "b", {}, () => 2)]);
  await Promise.all([third.save(), other.save()]);
  const redo = (key: string) => openHere().run(SUM, key, {}, () => 7);
  // The run that is the last to rename its file has replaced that of the other one.
  expect([
    [1, 7],
    [7, 2],
  ]).toContainEqual(await Promise.all(["a", "b"].map(redo)));
  expect(readdirSync(folder)).toEqual(["docs.sum"]);
});
