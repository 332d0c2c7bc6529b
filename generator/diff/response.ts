import type { OperationModel } from "../api/model.ts";
import type { Change, Pair, Verdict } from "./model.ts";
import { change, type Topic } from "./report.ts";
import { resultOf, shownResult, type Result } from "./result.ts";
import { relateTypes } from "./shape.ts";
import { RECEIVED } from "./uses.ts";
import { breaks, docs, judgeValue } from "./verdict.ts";
import type { World } from "./world.ts";

/** Compares what an operation answers. */
export function responseChanges(topic: Topic, operation: Pair<OperationModel>, worlds: Pair<World>): readonly Change[] {
  const { before, after } = operation;
  const place = after.response.source;
  const result = { before: resultOf(before, worlds.before), after: resultOf(after, worlds.after) };
  const shown = { before: shownResult(result.before), after: shownResult(result.after) };
  if (shown.before !== shown.after) {
    return [change(topic, "response-type-changed", judgeResult(result, worlds), place, shown)];
  }
  const statuses = { before: before.response.statuses.join(", "), after: after.response.statuses.join(", ") };
  if (statuses.before === statuses.after) return [];
  return [change(topic, "response-status-changed", docs("the TypeScript type is the same"), place, statuses)];
}

function judgeResult({ before, after }: Pair<Result>, worlds: Pair<World>): Verdict {
  if (before.form === "nothing") return breaks("a function that hands it on as `void` does not compile any more");
  if (before.form !== after.form) return breaks();
  const value = judgeValue(relateTypes({ before: before.type, after: after.type }, worlds), RECEIVED);
  if (value.class === "breaking" || before.optional === after.optional) return value;
  return judgeValue(after.optional ? "wider" : "narrower", RECEIVED);
}
