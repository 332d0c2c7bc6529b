import { expect, it } from "vitest";
import { lockOutput, type Processes, type Unlock } from "../../generator/output/lock.ts";
import { createMemoryHost } from "../support/memory-host.ts";

const FILE = "/out/.graph-docs-lock";
const named = (id: number, machine = "here"): string => JSON.stringify({ id, machine });

/** Process 7 of this machine, beside which those with these numbers run. */
const seven = (...alive: readonly number[]): Processes => ({
  self: { id: 7, machine: "here" },
  isAlive: (id) => alive.includes(id),
});

it("takes the lock and gives it back", async () => {
  const host = createMemoryHost({});
  const unlock = await lockOutput(host, seven(), "/out");
  expect(host.text(FILE)).toBe(named(7));
  if (typeof unlock === "function") await unlock();
  expect(host.files.size).toBe(0);
});

it.each<[name: string, lock: string, alive: readonly number[], holder: object | null]>([
  ["a process that runs", named(5), [5], { id: 5, machine: "here" }],
  ["a process of another machine, which may run", named(5, "there"), [], { id: 5, machine: "there" }],
  ["a process that is gone", named(5), [], null],
  ["a process that is gone and had our number", named(7), [7], null],
  ["a process that was killed while it wrote the lock", "", [], null],
])("knows the lock of %s", async (_, lock, alive, holder) => {
  const host = createMemoryHost({ [FILE]: lock });
  const locked = await lockOutput(host, seven(...alive), "/out");
  if (holder === null) expect(host.text(FILE)).toBe(named(7));
  else expect(locked).toEqual({ holder, file: FILE });
});

it("lets one of many take a stale lock over", async () => {
  const host = createMemoryHost({ [FILE]: named(5) });
  const running = new Set([10, 11, 12, 13]);
  const locks = await Promise.all(
    [...running].map((id) =>
      lockOutput(host, { self: { id, machine: "here" }, isAlive: (other) => running.has(other) }, "/out"),
    ),
  );
  expect(locks.filter((lock): lock is Unlock => typeof lock === "function")).toHaveLength(1);
  expect([...host.files.keys()]).toEqual([FILE]);
});

it("frees a takeover that was killed for the next try", async () => {
  const host = createMemoryHost({ [FILE]: named(5), [`${FILE}.takeover`]: named(6) });
  expect(await lockOutput(host, seven(), "/out")).toMatchObject({ holder: null });
  expect(typeof (await lockOutput(host, seven(), "/out"))).toBe("function");
});

it("does without where nothing can be written: the run may not need to", async () => {
  const host = createMemoryHost({});
  host.failOn("write", /lock/, "EROFS");
  expect(typeof (await lockOutput(host, seven(), "/out"))).toBe("function");
});
