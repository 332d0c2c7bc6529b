import type { TypeModel } from "../api/model.ts";
import { guessRenames, matchItems } from "./match.ts";
import type { Change, Pair } from "./model.ts";
import { nameChanges } from "./names.ts";
import { propertyChanges } from "./properties.ts";
import { change, deprecationChanges, orWords, type Topic } from "./report.ts";
import type { Uses } from "./uses.ts";
import { adds, breaks, docs } from "./verdict.ts";
import { ancestorsOf, fullName, type World } from "./world.ts";

/** Compares the types of two APIs; they are the same where their full names are. */
export function typeChanges(worlds: Pair<World>, uses: Uses): readonly Change[] {
  const matched = matchItems({ before: worlds.before.api.types, after: worlds.after.api.types }, fullName);
  const renames = guessRenames(matched, ({ name }) => name);
  const topicOf = ({ module, name }: TypeModel): Topic => ({ module, subject: name });
  return [
    ...matched.removed.map((type) =>
      change(topicOf(type), "type-removed", breaks(), type.source, {
        side: "before",
        renamed: renames.get(type) ?? null,
      }),
    ),
    ...matched.added.map((type) =>
      change(topicOf(type), "type-added", adds(), type.source, { renamed: renames.get(type) ?? null }),
    ),
    ...matched.both.flatMap((type) => [
      ...ownChanges(topicOf(type.after), type, worlds),
      ...propertyChanges(type, uses(fullName(type.after)), worlds),
    ]),
  ];
}

function ownChanges(topic: Topic, type: Pair<TypeModel>, worlds: Pair<World>): readonly Change[] {
  const found = [
    ...nameChanges(topic, type),
    ...baseChanges(topic, type, worlds.after),
    ...markChanges(topic, type),
    ...deprecationChanges(topic, type),
  ];
  const own = { before: withoutMembers(type.before), after: withoutMembers(type.after) };
  return orWords(topic, own, found);
}

/** What is compared elsewhere, or is only about pages, is left out. */
function withoutMembers(type: TypeModel): TypeModel {
  return { ...type, properties: [], parts: [] };
}

function baseChanges(topic: Topic, { before, after }: Pair<TypeModel>, world: World): readonly Change[] {
  if (before.baseType === after.baseType) return [];
  const stays = before.baseType === null || ancestorsOf(world, fullName(after)).some(isNamed(before.baseType));
  const verdict = stays ? adds() : breaks("it is no longer assignable to its base, and lacks what it inherited");
  const names = { before: before.baseType ?? "none", after: after.baseType ?? "none" };
  return [change(topic, "base-type-changed", verdict, after.source, names)];
}

function isNamed(name: string): (type: TypeModel) => boolean {
  return (type) => fullName(type) === name;
}

function markChanges(topic: Topic, { before, after }: Pair<TypeModel>): readonly Change[] {
  const found: Change[] = [];
  if (before.kind !== after.kind) {
    const names = { before: before.kind, after: after.kind };
    found.push(change(topic, "type-kind-changed", docs("the TypeScript type is the same"), after.source, names));
  }
  if (before.abstract !== after.abstract) {
    const verdict = after.abstract ? breaks("no value is of this type itself any more") : adds();
    const kind = after.abstract ? "type-became-abstract" : "type-became-concrete";
    found.push(change(topic, kind, verdict, after.source));
  }
  if (isOpen(before) !== isOpen(after)) {
    const verdict = isOpen(after) ? adds() : breaks("properties that are not documented are refused");
    found.push(change(topic, isOpen(after) ? "type-opened" : "type-closed", verdict, after.source));
  }
  return found;
}

/** What is known from examples only has room for more. */
function isOpen(type: TypeModel): boolean {
  return type.open || type.inferred;
}
