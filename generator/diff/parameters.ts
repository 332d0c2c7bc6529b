import type { HeaderModel, OperationModel, ParameterModel } from "../api/model.ts";
import { matchItems } from "./match.ts";
import type { Change, Pair } from "./model.ts";
import { change, orWords, type Topic } from "./report.ts";
import { relateTypes } from "./shape.ts";
import { SENT } from "./uses.ts";
import { shownType } from "./value.ts";
import { adds, breaks, breaksAtRun, docs, judgeValue } from "./verdict.ts";
import type { World } from "./world.ts";

/** Compares the query parameters and headers that a caller may give. */
export function parameterChanges(
  topic: Topic,
  operation: Pair<OperationModel>,
  worlds: Pair<World>,
): readonly Change[] {
  return [...queryChanges(topic, operation, worlds), ...headerChanges(topic, operation)];
}

function queryChanges(topic: Topic, { before, after }: Pair<OperationModel>, worlds: Pair<World>): readonly Change[] {
  const matched = matchItems({ before: before.query, after: after.query }, ({ name }) => name);
  const topicOf = ({ name }: ParameterModel): Topic => ({ module: topic.module, subject: `${topic.subject}?${name}` });
  return [
    ...matched.removed.map((item) =>
      change(
        topicOf(item),
        "query-parameter-removed",
        breaksAtRun("the service need not know it any more"),
        item.source,
        {
          side: "before",
        },
      ),
    ),
    ...matched.added.map((item) =>
      change(topicOf(item), "query-parameter-added", item.required ? breaks("it is required") : adds(), item.source),
    ),
    ...matched.both.flatMap((item) => compareQuery(topicOf(item.after), item, worlds)),
  ];
}

function compareQuery(topic: Topic, item: Pair<ParameterModel>, worlds: Pair<World>): readonly Change[] {
  const { before, after } = item;
  const found: Change[] = [];
  const names = { before: shownType(before), after: shownType(after) };
  if (names.before !== names.after) {
    const relation = relateTypes({ before: before.type, after: after.type }, worlds);
    const verdict = before.collection === after.collection ? judgeValue(relation, SENT) : breaks();
    found.push(change(topic, "query-parameter-type-changed", verdict, after.source, names));
  }
  if (before.required !== after.required) {
    const kind = after.required ? "query-parameter-became-required" : "query-parameter-became-optional";
    found.push(change(topic, kind, after.required ? breaks() : adds(), after.source));
  }
  return orWords(topic, item, found);
}

/** Headers that the client sets by itself. */
const CLIENT_HEADERS = new Set(["authorization", "content-type", "accept", "content-length", "host"]);

function headerChanges(topic: Topic, { before, after }: Pair<OperationModel>): readonly Change[] {
  const own = (headers: readonly HeaderModel[]): readonly HeaderModel[] =>
    headers.filter(({ name }) => !CLIENT_HEADERS.has(name.toLowerCase()));
  const matched = matchItems({ before: own(before.headers), after: own(after.headers) }, ({ name }) =>
    name.toLowerCase(),
  );
  const topicOf = ({ name }: HeaderModel): Topic => ({ module: topic.module, subject: `${topic.subject} ${name}` });
  return [
    ...matched.removed.map((item) =>
      change(topicOf(item), "header-removed", docs("it may still be sent"), item.source, { side: "before" }),
    ),
    ...matched.added.map((item) =>
      change(topicOf(item), "header-added", item.required ? breaks("it is required") : adds(), item.source),
    ),
    ...matched.both.flatMap((item) => compareHeader(topicOf(item.after), item)),
  ];
}

function compareHeader(topic: Topic, item: Pair<HeaderModel>): readonly Change[] {
  const found: Change[] = [];
  if (item.before.required !== item.after.required) {
    const kind = item.after.required ? "header-became-required" : "header-became-optional";
    found.push(change(topic, kind, item.after.required ? breaks() : adds(), item.after.source));
  }
  return orWords(topic, item, found);
}
