import { expect, it } from "vitest";
import { lockOutput, type Processes, type Unlock } from "../../generator/output/lock.ts";
import { createMemoryHost } from "../support/memory-host.ts";

const FILE = "/out/.graph-docs-lock";
const named = (id: number, machine = "here"): string => JSON.stringify({ id, machine });

/** Process 7 of this machine, with the ids of other running processes. */
const seven = (...alive: readonly number[]): Processes => ({
  self: { id: 7, machine: "here" },
  isAlive: (id) => alive.includes(id),
});

it("acquires and releases the lock", async () => {
  const host = createMemoryHost({});
  const unlock = await lockOutput(host, seven(), "/out");
  expect(host.text(FILE)).toBe(named(7));
  if (typeof unlock === "function") await unlock();
  expect(host.files.size).toBe(0);
});

it.each<[name: string, lock: string, alive: readonly number[], holder: object | null]>([
  ["a running process", named(5), [5], { id: 5, machine: "here" }],
  ["a process of another machine, which may be running", named(5, "there"), [], { id: 5, machine: "there" }],
  ["a process that has ended", named(5), [], null],
  ["an ended process with our process id", named(7), [7], null],
  ["a process that was killed while it wrote the lock", "", [], null],
])("handles the lock of %s", async (_, lock, alive, holder) => {
  const host = createMemoryHost({ [FILE]: lock });
  const locked = await lockOutput(host, seven(...alive), "/out");
  if (holder === null) expect(host.text(FILE)).toBe(named(7));
  else expect(locked).toEqual({ holder, file: FILE });
});

it("lets only one process take over a stale lock", async () => {
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

it("takes over from a run that was killed during a takeover", async () => {
  const host = createMemoryHost({ [FILE]: named(5), [`${FILE}.takeover`]: named(6) });
  expect(typeof (await lockOutput(host, seven(), "/out"))).toBe("function");
  expect([...host.files.keys()]).toEqual([FILE]);
});

it("continues without a lock where the folder cannot be written", async () => {
  const host = createMemoryHost({});
  host.failOn("write", /lock/, "EROFS");
  expect(typeof (await lockOutput(host, seven(), "/out"))).toBe("function");
});
