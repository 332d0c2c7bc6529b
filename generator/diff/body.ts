import type { OperationModel, PropertyModel } from "../api/model.ts";
import type { Place } from "../diagnostics/diagnostic.ts";
import { bodyOf, bodyProperties, shownBody, takesMore, type BodyView } from "./body-view.ts";
import type { Change, Pair, Verdict } from "./model.ts";
import { change, deprecationChanges, orWords, type Topic } from "./report.ts";
import { relateTypes } from "./shape.ts";
import { SENT } from "./uses.ts";
import { valueChanges } from "./value.ts";
import { adds, breaks, breaksAtRun, judgeValue } from "./verdict.ts";
import type { World } from "./world.ts";

/** The compiler lets pass what an open type may have. */
const NOT_TAKEN = breaksAtRun("the service does not take what it took");

type Properties = ReadonlyMap<string, PropertyModel>;

/** Compares what an operation takes as its body. */
export function bodyChanges(topic: Topic, operation: Pair<OperationModel>, worlds: Pair<World>): readonly Change[] {
  const before = bodyOf(operation.before, worlds.before);
  const after = bodyOf(operation.after, worlds.after);
  const place = operation.after.requestBody?.source ?? operation.after.source;
  if (before === null && after === null) return [];
  if (before === null || after === null) {
    const kind = before === null ? "body-added" : "body-removed";
    const names = { before: before && shownBody(before), after: after && shownBody(after) };
    return [change(topic, kind, breaks(), place, names)];
  }
  if (before.kind === "properties" && after.kind === "properties") {
    return tableChanges(topic, operation, { before: before.properties, after: after.properties }, after.strict, worlds);
  }
  return shapeChanges(topic, { before, after }, place, worlds);
}

/** A change of the body as a whole is one change, however many properties it takes along. */
function shapeChanges(
  topic: Topic,
  { before, after }: Pair<BodyView>,
  place: Place,
  worlds: Pair<World>,
): readonly Change[] {
  const names = { before: shownBody(before), after: shownBody(after) };
  if (names.before === names.after) return [];
  return [change(topic, "body-type-changed", judgeShape({ before, after }, worlds), place, names)];
}

function judgeShape({ before, after }: Pair<BodyView>, worlds: Pair<World>): Verdict {
  const was = bodyProperties(before, worlds.before);
  const is = bodyProperties(after, worlds.after);
  if (was !== null && is !== null) {
    if (before.kind === "resource" && after.kind === "resource") {
      const verdict = judgeValue(relateTypes({ before: before.type, after: after.type }, worlds), SENT);
      return verdict.class === "breaking" && takesMore(after.type, worlds.after) ? NOT_TAKEN : verdict;
    }
    const takesAll = [...was.keys()].every((name) => is.has(name));
    return takesAll && ![...is.values()].some(({ required }) => required) ? adds() : breaks();
  }
  if (before.kind === "value" && after.kind === "value" && before.collection === after.collection) {
    return judgeValue(relateTypes({ before: before.type, after: after.type }, worlds), SENT);
  }
  return after.kind === "object" && was !== null ? adds("any object is accepted") : breaks();
}

function tableChanges(
  topic: Topic,
  operation: Pair<OperationModel>,
  properties: Pair<Properties>,
  strict: boolean,
  worlds: Pair<World>,
): readonly Change[] {
  const names = new Set([...properties.before.keys(), ...properties.after.keys()]);
  const turned = readOnlyRows(operation);
  return [...names].flatMap((name) => {
    const own: Topic = { module: topic.module, subject: `${topic.subject}.${name}` };
    const before = properties.before.get(name);
    const after = properties.after.get(name);
    if (before === undefined) return after === undefined ? [] : [addition(own, after, turned.before.has(name))];
    if (after === undefined) return [removal(own, before, turned.after.get(name), strict)];
    return compare(own, { before, after }, worlds);
  });
}

/** Rows that a table has and a request may not send. */
function readOnlyRows({ before, after }: Pair<OperationModel>): Pair<Properties> {
  const rows = ({ requestBody }: OperationModel): Properties =>
    new Map((requestBody?.properties ?? []).filter(({ readOnly }) => readOnly).map((row) => [row.name, row]));
  return { before: rows(before), after: rows(after) };
}

function addition(topic: Topic, property: PropertyModel, wasReadOnly: boolean): Change {
  const kind = wasReadOnly ? "body-property-became-writable" : "body-property-added";
  return change(topic, kind, property.required ? breaks("it is required") : adds(), property.source);
}

function removal(topic: Topic, before: PropertyModel, row: PropertyModel | undefined, strict: boolean): Change {
  const verdict = strict ? breaks() : NOT_TAKEN;
  if (row !== undefined) return change(topic, "body-property-became-read-only", verdict, row.source);
  return change(topic, "body-property-removed", verdict, before.source, { side: "before" });
}

function compare(topic: Topic, property: Pair<PropertyModel>, worlds: Pair<World>): readonly Change[] {
  const { before, after } = property;
  const found = [...valueChanges(topic, "body-property", property, SENT, worlds)];
  if (before.required !== after.required) {
    const kind = after.required ? "body-property-became-required" : "body-property-became-optional";
    found.push(change(topic, kind, after.required ? breaks() : adds(), after.source));
  }
  return orWords(topic, property, [...found, ...deprecationChanges(topic, property)]);
}
