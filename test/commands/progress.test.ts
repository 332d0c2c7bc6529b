import { expect, it } from "vitest";
import { createSink } from "../../generator/commands/sink.ts";
import { createProgress } from "../../generator/commands/progress.ts";

interface Watched {
  readonly lines: readonly string[];
  readonly run: ReturnType<typeof createProgress>;
  readonly pass: (milliseconds: number) => void;
}

function watch(terminal: boolean, verbose: boolean): Watched {
  const lines: string[] = [];
  let time = 0;
  const sink = (to: string[]) =>
    createSink({
      terminal,
      colour: false,
      write: (text) => Promise.resolve(void to.push(text.replace("\r\u001b[2K", "|"))),
    });
  const context = { stderr: sink(lines), now: () => time, verbose };
  return { lines, run: createProgress(context), pass: (milliseconds) => void (time += milliseconds) };
}

it("shows a bar, and the rate and the remaining time once they are known", async () => {
  const { lines, run, pass } = watch(true, false);
  await run.step("Reading");
  run.advance(0, 100);
  pass(2000);
  run.advance(25, 100);
  await run.clear();
  expect(lines).toEqual([
    "|Reading …",
    "|Reading ░░░░░░░░░░░░░░░░░░░░ 0 %",
    "|Reading █████░░░░░░░░░░░░░░░ 25 %, 13/s, 6 s left",
    "|",
  ]);
});

it("writes nothing where stderr is not a terminal", async () => {
  const { lines, run } = watch(false, false);
  await run.step("Reading");
  run.advance(1, 2);
  await run.clear();
  expect(lines).toEqual([]);
});

it("prints the time of each step with --verbose", async () => {
  const { lines, run, pass } = watch(false, true);
  await run.step("Reading");
  pass(1500);
  await run.step("Printing");
  pass(20);
  await run.clear();
  expect(lines).toEqual(["Reading: 1.50 s\n", "Printing: 0.02 s\n"]);
});
