import type { PropertyModel } from "../../api/model.ts";
import { change, judgedChange, type Change, type Topic } from "../change.ts";
import { judgeNullable, judgeValue } from "../classes.ts";
import type { Pair } from "../model.ts";
import type { ApiSide } from "../view/api-side.ts";
import { relateTypes } from "../view/relation.ts";
import type { Use } from "../view/uses.ts";

/** A type as the docs write it. */
export function shownType({ type, collection }: Pick<PropertyModel, "type" | "collection">): string {
  return collection ? `${type} collection` : type;
}

/**
 * Compares the values that a property of a type or of a request body can have.
 *
 * @returns one change for each facet
 */
export function valueChanges(
  topic: Topic,
  owner: "property" | "body-property",
  { before, after }: Pair<PropertyModel>,
  use: Use,
  sides: Pair<ApiSide>,
): readonly Change[] {
  const found: Change[] = [];
  const { source } = after;
  if (before.type !== after.type) {
    const types = { before: before.type, after: after.type };
    found.push(judgedChange(topic, `${owner}-type-changed`, judgeValue(relateTypes(types, sides), use), source, types));
  }
  if (before.collection !== after.collection) {
    const types = { before: shownType(before), after: shownType(after) };
    found.push(change(topic, `${owner}-collection-changed`, source, types));
  }
  if (before.nullable !== after.nullable) {
    const kind = `${owner}-became-${after.nullable ? "nullable" : "non-nullable"}` as const;
    found.push(judgedChange(topic, kind, judgeNullable(after.nullable, use), source));
  }
  if (before.values !== after.values && before.type === after.type) {
    const names = { before: before.values ?? "none", after: after.values ?? "none" };
    found.push(change(topic, `${owner}-values-changed`, source, names));
  }
  return found;
}
