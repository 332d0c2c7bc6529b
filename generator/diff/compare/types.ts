import type { TypeModel } from "../../api/model.ts";
import { fullName } from "../../util/odata.ts";
import { change, deprecationChanges, judgedChange, type Change, type Topic } from "../change.ts";
import { judgeBase } from "../classes.ts";
import type { Pair } from "../model.ts";
import { ancestorsOf, type ApiSide } from "../view/api-side.ts";
import type { Uses } from "../view/uses.ts";
import { andDocumentation } from "./documentation.ts";
import { listChanges } from "./list.ts";
import { nameChanges } from "./names.ts";
import { propertyChanges } from "./properties.ts";

/** Compares the types of two APIs. */
export function typeChanges(sides: Pair<ApiSide>, uses: Uses): readonly Change[] {
  const lists = { before: sides.before.api.types, after: sides.after.api.types };
  const kinds = { removed: "type-removed", added: "type-added" } as const;
  return listChanges(lists, fullName, kinds, (topic, type) => [
    ...ownChanges(topic, type, sides),
    ...propertyChanges(type, uses(fullName(type.after)), sides),
  ]);
}

function ownChanges(topic: Topic, type: Pair<TypeModel>, sides: Pair<ApiSide>): readonly Change[] {
  const found = [
    ...nameChanges(topic, type),
    ...baseChanges(topic, type, sides.after),
    ...flagChanges(topic, type),
    ...deprecationChanges(topic, type),
  ];
  const own = { before: withoutMembers(type.before), after: withoutMembers(type.after) };
  return andDocumentation(topic, own, found);
}

/** Properties are compared separately, and parts only list pages. */
function withoutMembers(type: TypeModel): TypeModel {
  return { ...type, properties: [], parts: [] };
}

function baseChanges(topic: Topic, { before, after }: Pair<TypeModel>, side: ApiSide): readonly Change[] {
  if (before.baseType === after.baseType) return [];
  const ancestors = ancestorsOf(side, fullName(after)).map(fullName);
  const impact = judgeBase(before.baseType === null || ancestors.includes(before.baseType));
  const names = { before: before.baseType ?? "none", after: after.baseType ?? "none" };
  return [judgedChange(topic, "base-type-changed", impact, after.source, names)];
}

function flagChanges(topic: Topic, { before, after }: Pair<TypeModel>): readonly Change[] {
  const kinds = { before: before.kind, after: after.kind };
  const open = { before: isOpen(before), after: isOpen(after) };
  const { source } = after;
  return [
    ...(kinds.before === kinds.after ? [] : [change(topic, "type-kind-changed", source, kinds)]),
    ...(before.abstract === after.abstract
      ? []
      : [change(topic, after.abstract ? "type-became-abstract" : "type-became-concrete", source)]),
    ...(open.before === open.after ? [] : [change(topic, open.after ? "type-opened" : "type-closed", source)]),
  ];
}

/** A type that is known only from examples may have further properties. */
function isOpen(type: TypeModel): boolean {
  return type.open || type.inferred;
}
