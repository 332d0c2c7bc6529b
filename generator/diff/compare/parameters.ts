import type { HeaderModel, OperationModel, ParameterModel } from "../../api/model.ts";
import { CLIENT_HEADERS } from "../../util/odata.ts";
import { change, judgedChange, requiredChanges, type Change, type Topic } from "../change.ts";
import { judgeNewInput, judgeValue } from "../classes.ts";
import type { Pair } from "../model.ts";
import type { ApiSide } from "../view/api-side.ts";
import { relateTypes, type Relation } from "../view/relation.ts";
import { SENT } from "../view/uses.ts";
import { orDocumentation } from "./documentation.ts";
import { matchItems } from "./list.ts";
import { shownType } from "./value.ts";

/** Compares the query parameters and headers of an operation. */
export function parameterChanges(
  topic: Topic,
  operation: Pair<OperationModel>,
  sides: Pair<ApiSide>,
): readonly Change[] {
  return [...queryChanges(topic, operation, sides), ...headerChanges(topic, operation)];
}

function queryChanges(topic: Topic, { before, after }: Pair<OperationModel>, sides: Pair<ApiSide>): readonly Change[] {
  const matched = matchItems({ before: before.query, after: after.query }, ({ name }) => name);
  const topicOf = ({ name }: ParameterModel): Topic => ({ module: topic.module, subject: `${topic.subject}?${name}` });
  return [
    ...matched.removed.map((item) => change(topicOf(item), "query-parameter-removed", item.source, { side: "before" })),
    ...matched.added.map((item) =>
      judgedChange(topicOf(item), "query-parameter-added", judgeNewInput(item.required), item.source),
    ),
    ...matched.both.flatMap((item) => compareQuery(topicOf(item.after), item, sides)),
  ];
}

function compareQuery(topic: Topic, item: Pair<ParameterModel>, sides: Pair<ApiSide>): readonly Change[] {
  const { before, after } = item;
  const found: Change[] = [];
  const names = { before: shownType(before), after: shownType(after) };
  if (names.before !== names.after) {
    const isSameForm = before.collection === after.collection;
    const relation: Relation = isSameForm ? relateTypes({ before: before.type, after: after.type }, sides) : "other";
    found.push(judgedChange(topic, "query-parameter-type-changed", judgeValue(relation, SENT), after.source, names));
  }
  found.push(...requiredChanges(topic, "query-parameter", item));
  return orDocumentation(topic, item, found);
}

function headerChanges(topic: Topic, { before, after }: Pair<OperationModel>): readonly Change[] {
  const keyOf = ({ name }: HeaderModel): string => name.toLowerCase();
  const own = (headers: readonly HeaderModel[]): readonly HeaderModel[] =>
    headers.filter((header) => !CLIENT_HEADERS.has(keyOf(header)));
  const matched = matchItems({ before: own(before.headers), after: own(after.headers) }, keyOf);
  const topicOf = ({ name }: HeaderModel): Topic => ({ module: topic.module, subject: `${topic.subject} ${name}` });
  return [
    ...matched.removed.map((item) => change(topicOf(item), "header-removed", item.source, { side: "before" })),
    ...matched.added.map((item) =>
      judgedChange(topicOf(item), "header-added", judgeNewInput(item.required), item.source),
    ),
    ...matched.both.flatMap((item) => {
      const header = topicOf(item.after);
      return orDocumentation(header, item, requiredChanges(header, "header", item));
    }),
  ];
}
