import type { OperationModel, PropertyModel, RequestBodyModel } from "../../api/model.ts";
import { change, deprecationChanges, judgedChange, requiredChanges, type Change, type Topic } from "../change.ts";
import { judgeBodyForm, judgeBodyType, judgeNewInput, judgeRemovedInput, judgeValue } from "../classes.ts";
import type { Impact, Pair } from "../model.ts";
import type { ApiSide } from "../view/api-side.ts";
import { bodyOf, bodyProperties, isOpenBody, shownBody, type Body } from "../view/body.ts";
import { relateTypes } from "../view/relation.ts";
import { SENT } from "../view/uses.ts";
import { orDocumentation } from "./documentation.ts";
import { valueChanges } from "./value.ts";

type Properties = ReadonlyMap<string, PropertyModel>;

/** Compares the request body of an operation. */
export function bodyChanges(topic: Topic, operation: Pair<OperationModel>, sides: Pair<ApiSide>): readonly Change[] {
  const before = bodyOf(operation.before, sides.before);
  const after = bodyOf(operation.after, sides.after);
  const place = operation.after.requestBody?.source ?? operation.after.source;
  const names = { before: before && shownBody(before), after: after && shownBody(after) };
  if (before === null || after === null) {
    if (before === after) return [];
    if (after === null) return [change(topic, "body-removed", place, names)];
    const isRequired = operation.after.requestBody?.optional !== true;
    return [judgedChange(topic, "body-added", judgeNewInput(isRequired), place, names)];
  }
  const forms = formChanges(topic, operation, { before, after });
  if (before.kind === "properties" && after.kind === "properties") {
    const properties = { before: before.properties, after: after.properties };
    return [...forms, ...propertyChanges(topic, operation, properties, after.open, sides)];
  }
  // A change of the body as a whole is one change, however many properties it affects.
  if (names.before === names.after || forms.length > 0) return forms;
  return [judgedChange(topic, "body-type-changed", judgeBody({ before, after }, sides), place, names)];
}

/** Changes of the form that is not JSON, and of whether the body is needed at all. */
function formChanges(topic: Topic, { before, after }: Pair<OperationModel>, bodies: Pair<Body>): readonly Change[] {
  const [was, is] = [before.requestBody, after.requestBody];
  if (was === null || is === null) return [];
  if (was.content === is.content && was.optional === is.optional) return [];
  const isKept = was.content === undefined || was.content === is.content;
  const isSame = shownBody(bodies.before) === shownBody(bodies.after);
  const accepts =
    (isSame || bodies.before.kind === "content") && isKept && (was.optional !== true || is.optional === true);
  const names = { before: shownForm(was, bodies.before), after: shownForm(is, bodies.after) };
  return [judgedChange(topic, "body-type-changed", judgeBodyForm(accepts ? "all" : "less"), is.source, names)];
}

function shownForm({ content, optional }: RequestBodyModel, body: Body): string {
  return `${optional === true ? "optional " : ""}${shownBody(body)}${content === undefined ? "" : ` or ${content}`}`;
}

function judgeBody({ before, after }: Pair<Body>, sides: Pair<ApiSide>): Impact {
  const was = bodyProperties(before, sides.before);
  const is = bodyProperties(after, sides.after);
  if (was !== null && is !== null) {
    if (before.kind === "resource" && after.kind === "resource") {
      const relation = relateTypes({ before: before.type, after: after.type }, sides);
      return judgeBodyType(relation, SENT, isOpenBody(after.type, sides.after));
    }
    const acceptsAll = [...was.keys()].every((name) => is.has(name));
    return judgeBodyForm(acceptsAll && ![...is.values()].some(({ required }) => required) ? "all" : "less");
  }
  if (before.kind === "value" && after.kind === "value" && before.collection === after.collection) {
    return judgeValue(relateTypes({ before: before.type, after: after.type }, sides), SENT);
  }
  return judgeBodyForm(after.kind === "object" && was !== null ? "any object" : "less");
}

function propertyChanges(
  topic: Topic,
  operation: Pair<OperationModel>,
  properties: Pair<Properties>,
  isOpen: boolean,
  sides: Pair<ApiSide>,
): readonly Change[] {
  const names = new Set([...properties.before.keys(), ...properties.after.keys()]);
  const readOnly = { before: readOnlyRows(operation.before), after: readOnlyRows(operation.after) };
  return [...names].flatMap((name) => {
    const own: Topic = { module: topic.module, subject: `${topic.subject}.${name}` };
    const before = properties.before.get(name);
    const after = properties.after.get(name);
    if (before === undefined) return after === undefined ? [] : [addition(own, after, readOnly.before.has(name))];
    if (after === undefined) return [removal(own, before, readOnly.after.get(name), isOpen)];
    return compare(own, { before, after }, sides);
  });
}

/** Rows of a table that requests cannot send. */
function readOnlyRows({ requestBody }: OperationModel): Properties {
  return new Map((requestBody?.properties ?? []).filter(({ readOnly }) => readOnly).map((row) => [row.name, row]));
}

function addition(topic: Topic, property: PropertyModel, wasReadOnly: boolean): Change {
  const kind = wasReadOnly ? "body-property-became-writable" : "body-property-added";
  return judgedChange(topic, kind, judgeNewInput(property.required), property.source);
}

function removal(topic: Topic, before: PropertyModel, row: PropertyModel | undefined, isOpen: boolean): Change {
  const impact = judgeRemovedInput(isOpen);
  if (row !== undefined) return judgedChange(topic, "body-property-became-read-only", impact, row.source);
  return judgedChange(topic, "body-property-removed", impact, before.source, { side: "before" });
}

function compare(topic: Topic, property: Pair<PropertyModel>, sides: Pair<ApiSide>): readonly Change[] {
  return orDocumentation(topic, property, [
    ...valueChanges(topic, "body-property", property, SENT, sides),
    ...requiredChanges(topic, "body-property", property),
    ...deprecationChanges(topic, property),
  ]);
}
