import vm from "node:vm";
import { createDiagnostic } from "../diagnostics/diagnostic.ts";
import type { SourcePage } from "../source/model.ts";
import type { LintedSource } from "./lint-task.ts";

/** Pages take milliseconds; only content that a parser is not made for takes longer than this. */
const MOST_SECONDS = 30;

/** Synchronous code can be ended only from another thread, which `vm` has. */
const scope: { run: () => void } = { run: () => undefined };
const context = vm.createContext(scope);
const script = new vm.Script("run()");

/**
 * Runs synchronous work on items. If all of them together take too long, each runs on its own, and those that still do
 * are given up.
 *
 * @param late result for an item that takes too long
 */
export function runInTime<I, R>(
  items: readonly I[],
  make: (item: I) => R,
  late: (item: I) => R,
  seconds: number = MOST_SECONDS,
): readonly R[] {
  const [all] = runWithin(seconds, () => items.map(make));
  return all ?? items.map((item) => runWithin(seconds, () => make(item))[0] ?? late(item));
}

/** Returns the result of a function; nothing if it takes too long. */
function runWithin<R>(seconds: number, make: () => R): readonly R[] {
  const results: R[] = [];
  scope.run = () => {
    results.push(make());
  };
  try {
    script.runInContext(context, { timeout: 1000 * seconds });
  } catch (error) {
    if (!isTooLong(error)) throw error;
  }
  return results;
}

/** The error belongs to the context of the script, and is no `Error` here. */
function isTooLong(error: unknown): boolean {
  const isCoded = typeof error === "object" && error !== null && "code" in error;
  return isCoded && error.code === "ERR_SCRIPT_EXECUTION_TIMEOUT";
}

/** Result of a page that takes too long. */
export function latePage({ path }: SourcePage): LintedSource {
  const place = { file: path, line: 1, column: 1 };
  return { result: [null, [createDiagnostic("page-too-slow", { seconds: MOST_SECONDS }, place)]], linted: null };
}
