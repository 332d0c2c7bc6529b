import { expect, it } from "vitest";
import { createProgress } from "../../generator/commands/progress/progress.ts";
import { printTimes, type TimedStep } from "../../generator/commands/progress/times.ts";
import { createSink } from "../../generator/commands/sink.ts";

interface Watched {
  readonly lines: readonly string[];
  readonly run: ReturnType<typeof createProgress>;
  readonly pass: (milliseconds: number) => void;
}

/** A run whose process started so many milliseconds before. */
function watch(terminal: boolean, started = 0): Watched {
  const lines: string[] = [];
  let time = started;
  const stderr = createSink({
    terminal,
    colour: false,
    write: (text) => Promise.resolve(void lines.push(text.replace("\r\u001b[2K", "|"))),
  });
  return {
    lines,
    run: createProgress({ stderr, now: () => time }),
    pass: (milliseconds) => void (time += milliseconds),
  };
}

it("shows a bar, and the rate and the remaining time once they are known", async () => {
  const { lines, run, pass } = watch(true);
  await run.step("Reading", () => {
    run.advance(0, 100);
    pass(2000);
    run.advance(25, 100);
  });
  expect(lines).toEqual([
    "|Reading …",
    "|Reading ░░░░░░░░░░░░░░░░░░░░ 0 %",
    "|Reading █████░░░░░░░░░░░░░░░ 25 %, 13/s, 6 s left",
    "|",
  ]);
});

it("writes nothing where stderr is not a terminal", async () => {
  const { lines, run } = watch(false);
  await run.step("Reading", () => {
    run.advance(1, 2);
  });
  expect(lines).toEqual([]);
});

it("clears the line of a step that fails, and measures the next one beside it", async () => {
  const { lines, run, pass } = watch(true);
  const failed = run.step("Reading", () => {
    pass(10);
    throw new Error("no harbour");
  });
  await expect(failed).rejects.toThrow("no harbour");
  await run.step("Printing", () => undefined);
  expect(lines).toEqual(["|Reading …", "|", "|Printing …", "|"]);
  expect(run.times("run").parts.map(({ label }) => label)).toEqual(["Starting", "Reading", "Printing"]);
});

it("measures steps as parts of the step that runs around them, and the same step once", async () => {
  const { run, pass } = watch(false, 200);
  const passing = (milliseconds: number) => () => {
    pass(milliseconds);
  };
  await run.step("Building", async () => {
    for (const milliseconds of [300, 100]) await run.step("Reading", passing(milliseconds));
    pass(50);
    await run.step("Linking", passing(20));
  });
  pass(30);
  expect(printTimes(run.times("generate"))).toBe(
    [
      "  700 ms  100 %  generate",
      "  200 ms   29 %    Starting",
      "  470 ms   67 %    Building",
      "  400 ms   57 %      Reading (2 times)",
      "   20 ms    3 %      Linking",
      "   50 ms    7 %      other",
      "   30 ms    4 %    other\n",
    ].join("\n"),
  );
});

const leaf = (label: string, milliseconds: number): TimedStep => ({ label, count: 1, milliseconds, parts: [] });
const step = (label: string, milliseconds: number, ...parts: readonly TimedStep[]): TimedStep => ({
  ...leaf(label, milliseconds),
  parts,
});

const trees: readonly [name: string, tree: TimedStep, lines: readonly string[]][] = [
  ["a run without steps", leaf("explain", 12.4), ["   12 ms  100 %  explain"]],
  [
    "a run without time",
    step("check", 0, leaf("Linking", 0)),
    ["    0 ms    0 %  check", "    0 ms    0 %    Linking"],
  ],
  [
    "a long run",
    step("lint", 12_345, leaf("Reading", 12_000), leaf("Linking", 345)),
    [" 12.35 s  100 %  lint", " 12.00 s   97 %    Reading", "  345 ms    3 %    Linking"],
  ],
  [
    "steps that take all of the time but for a fraction of a millisecond",
    step("lint", 100.3, leaf("Reading", 100)),
    ["  100 ms  100 %  lint", "  100 ms  100 %    Reading"],
  ],
];

it.each(trees)("prints %s", (_, tree, lines) => {
  expect(printTimes(tree)).toBe(lines.map((line) => `${line}\n`).join(""));
});
