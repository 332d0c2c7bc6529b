import type { PropertyModel } from "../api/model.ts";
import type { Place } from "../diagnostics/diagnostic.ts";
import type { ChangeKind } from "./catalog.ts";
import type { Change, Pair } from "./model.ts";
import { change, type Topic } from "./report.ts";
import { relateTypes } from "./shape.ts";
import type { Use } from "./uses.ts";
import { breaks, docs, judgeValue } from "./verdict.ts";
import type { World } from "./world.ts";

/** A property of a type or of a request body, with its name in the catalogue. */
export type Owner = "property" | "body-property";

/** What a property's type consists of. */
type Value = Pick<PropertyModel, "type" | "collection" | "nullable" | "values"> & { readonly source: Place };

/** A type with its collection, as the docs say it. */
export function shownType({ type, collection }: { readonly type: string; readonly collection: boolean }): string {
  return collection ? `${type} collection` : type;
}

/** What changed in the values that a property has, one change for each facet. */
export function valueChanges(
  topic: Topic,
  owner: Owner,
  value: Pair<Value>,
  use: Use,
  worlds: Pair<World>,
): readonly Change[] {
  const { before, after } = value;
  const kind = (facet: "type-changed" | "collection-changed" | "values-changed"): ChangeKind => `${owner}-${facet}`;
  const found: Change[] = [];
  const add = (name: ChangeKind, verdict: Change | ReturnType<typeof docs>, from: string | null, to: string | null) =>
    found.push(change(topic, name, verdict, after.source, { before: from, after: to }));
  if (before.type !== after.type) {
    const relation = relateTypes({ before: before.type, after: after.type }, worlds);
    add(kind("type-changed"), judgeValue(relation, use), before.type, after.type);
  }
  if (before.collection !== after.collection) {
    add(kind("collection-changed"), breaks(), shownType(before), shownType(after));
  }
  if (before.nullable !== after.nullable) {
    const nullable: ChangeKind = after.nullable ? `${owner}-became-nullable` : `${owner}-became-non-nullable`;
    add(nullable, judgeValue(after.nullable ? "wider" : "narrower", use), null, null);
  }
  if (before.values !== after.values && before.type === after.type) {
    add(kind("values-changed"), docs("any text stays possible"), before.values ?? "none", after.values ?? "none");
  }
  return found;
}
