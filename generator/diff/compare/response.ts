import type { OperationModel } from "../../api/model.ts";
import { change, judgedChange, type Change, type Topic } from "../change.ts";
import { judgeNullable, judgeResultForm, judgeValue } from "../classes.ts";
import type { Impact, Pair } from "../model.ts";
import type { ApiSide } from "../view/api-side.ts";
import { relateTypes } from "../view/relation.ts";
import { resultOf, shownResult, type Result } from "../view/result.ts";
import { RECEIVED } from "../view/uses.ts";

/** Compares what the request function of an operation returns. */
export function responseChanges(
  topic: Topic,
  { before, after }: Pair<OperationModel>,
  sides: Pair<ApiSide>,
): readonly Change[] {
  const { source } = after.response;
  const result = { before: resultOf(before, sides.before), after: resultOf(after, sides.after) };
  const shown = { before: shownResult(result.before), after: shownResult(result.after) };
  if (shown.before !== shown.after) {
    return [judgedChange(topic, "response-type-changed", judgeResult(result, sides), source, shown)];
  }
  const statuses = { before: before.response.statuses.join(", "), after: after.response.statuses.join(", ") };
  return statuses.before === statuses.after ? [] : [change(topic, "response-status-changed", source, statuses)];
}

function judgeResult({ before, after }: Pair<Result>, sides: Pair<ApiSide>): Impact {
  if (before.form === "nothing") return judgeResultForm("nothing");
  if (before.form !== after.form) return judgeResultForm("something");
  const impact = judgeValue(relateTypes({ before: before.type, after: after.type }, sides), RECEIVED);
  if (impact.class === "breaking" || before.optional === after.optional) return impact;
  return judgeNullable(after.optional, RECEIVED);
}
