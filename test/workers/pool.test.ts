import { GRAPH_DIALECT } from "../../generator/page/dialect.ts";
import process from "node:process";
import type { Worker } from "node:worker_threads";
import { describe, expect, it } from "vitest";
import { createPool } from "../../generator/workers/pool.ts";
import type { Task } from "../../generator/workers/task.ts";

const FILES: Task = {
  kind: "format",
  items: Array.from({ length: 100 }, (_, index) => ({ path: `a${index}.ts`, text: `const a${index}=${index}` })),
};
const WANT = FILES.items.map((_, index) => `const a${index} = ${index};\n`);

it.each([1, 2, 3])("gives results in the order of the input with %i threads", async (threads) => {
  const pool = createPool(threads, 0);
  const seen: number[] = [];
  expect(await pool.run(FILES, (done) => void seen.push(done))).toEqual(WANT);
  expect(seen.at(-1)).toBe(100);
  expect(seen).toEqual(seen.toSorted((a, b) => a - b));
  await pool.close();
});

it("starts threads anew after it was closed", async () => {
  const pool = createPool(2, 0);
  expect(await pool.run(FILES)).toEqual(WANT);
  await pool.close();
  expect(await pool.run(FILES)).toEqual(WANT);
  await pool.close();
});

it("reads pages in a thread as it does here", async () => {
  const source = { path: "api/a.md", text: "# Get a\n\n```http\nGET /a\n```\n", problem: null, includes: {} };
  const task: Task = { kind: "pages", dialect: GRAPH_DIALECT, items: Array.from({ length: 40 }, () => source) };
  const [there, here] = [createPool(3, 0), createPool(1)];
  expect(await there.run(task)).toEqual(await here.run(task));
  await there.close();
});

it("reports what fails in a thread, with its cause", async () => {
  const pool = createPool(2, 0);
  const items = FILES.items.map((file, index) => (index === 40 ? { path: "bad.ts", text: "export const = ;" } : file));
  await expect(pool.run({ kind: "format", items })).rejects.toThrow("bad.ts cannot be parsed");
  await pool.close();
});

it("fails the tasks of a thread that dies, and starts another for the next", async () => {
  const threads: Worker[] = [];
  const note = (thread: Worker): number => threads.push(thread);
  process.on("worker", note);
  const pool = createPool(2, 0);
  const items = Array.from({ length: 40 }, (_, at) => ({ kind: "module", statements: [`let a${at};`] }) as const);
  const printed = pool.run({ kind: "print", items });
  await new Promise((resolve) => setImmediate(resolve));
  expect(threads).toHaveLength(1);
  await Promise.all([
    expect(printed).rejects.toThrow("A thread ended before its work was done"),
    ...threads.map((thread) => thread.terminate()),
  ]);
  process.off("worker", note);
  expect(await pool.run({ kind: "print", items })).toHaveLength(40);
  await pool.close();
});

describe("a printer that is prepared", () => {
  const names = Array.from({ length: 40 }, (_, index) => `Door${index}`);
  const task: Task = {
    kind: "print",
    items: names.map((name) => ({ kind: "module", statements: [`export type ${name} = string;`] })),
  };

  it("prints on another thread as it does here", async () => {
    const [there, here] = [createPool(2), createPool(1)];
    for (const pool of [there, here]) pool.preparePrinter();
    const printed = await there.run(task);
    expect(printed).toEqual(await here.run(task));
    expect(printed[3]).toBe("export type Door3 = string;\n");
    await there.close();
  });

  it("outlives the threads that read pages", async () => {
    const pool = createPool(2, 0);
    pool.preparePrinter();
    await pool.run({ kind: "pages", dialect: GRAPH_DIALECT, items: [] });
    await pool.rest();
    expect(await pool.run(task)).toHaveLength(40);
    await pool.close();
  });
});
