import type { PropertyModel, TypeModel } from "../api/model.ts";
import type { Change, Pair, Verdict } from "./model.ts";
import { change, deprecationChanges, orWords, type Topic } from "./report.ts";
import type { Use } from "./uses.ts";
import { valueChanges } from "./value.ts";
import { adds, breaks, breaksAtRun, docs } from "./verdict.ts";
import { firstByName, fullName, propertiesOf, type World } from "./world.ts";

/**
 * Compares the properties of a type. One that it inherits now where it had its own, or the other way round, is not
 * gone or new.
 *
 * @param use how values of the type are used
 */
export function propertyChanges(type: Pair<TypeModel>, use: Use, worlds: Pair<World>): readonly Change[] {
  const name = fullName(type.after);
  const all = { before: propertiesOf(worlds.before, name), after: propertiesOf(worlds.after, name) };
  const own = { before: firstByName(type.before.properties), after: firstByName(type.after.properties) };
  const names = new Set([...own.before.keys(), ...own.after.keys()]);
  return [...names].flatMap((key) => {
    const topic: Topic = { module: type.after.module, subject: `${type.after.name}.${key}` };
    const before = all.before.get(key);
    const after = all.after.get(key);
    if (before === undefined) return after === undefined ? [] : [addition(topic, after, use)];
    if (after === undefined) return [removal(topic, before)];
    if (!own.after.has(key)) return moved(topic, { before, after }, use, worlds);
    return compare(topic, { before, after }, use, worlds);
  });
}

function addition(topic: Topic, property: PropertyModel, use: Use): Change {
  const verdict = property.required && use.created ? breaks("it has to be sent") : adds();
  return change(topic, "property-added", verdict, property.source);
}

function removal(topic: Topic, property: PropertyModel): Change {
  return change(topic, "property-removed", breaks(), property.source, { side: "before" });
}

function moved(topic: Topic, pair: Pair<PropertyModel>, use: Use, worlds: Pair<World>): readonly Change[] {
  const move = change(topic, "property-moved", docs("it is inherited"), pair.after.source);
  return [...facetChanges(topic, pair, use, worlds), move];
}

function compare(topic: Topic, pair: Pair<PropertyModel>, use: Use, worlds: Pair<World>): readonly Change[] {
  const found = [...facetChanges(topic, pair, use, worlds), ...deprecationChanges(topic, pair)];
  return orWords(topic, pair, found);
}

function facetChanges(topic: Topic, pair: Pair<PropertyModel>, use: Use, worlds: Pair<World>): readonly Change[] {
  const { before, after } = pair;
  const found = [...valueChanges(topic, "property", pair, use, worlds)];
  if (before.required !== after.required) {
    const kind = after.required ? "property-became-required" : "property-became-optional";
    found.push(change(topic, kind, judgeRequired(after.required, use), after.source));
  }
  if (before.readOnly !== after.readOnly) {
    const kind = after.readOnly ? "property-became-read-only" : "property-became-writable";
    found.push(change(topic, kind, judgeReadOnly(after.readOnly, use), after.source));
  }
  return found;
}

/** Properties of a type are optional in TypeScript, as an answer may leave any of them out. */
function judgeRequired(required: boolean, use: Use): Verdict {
  if (!use.write) return docs("the TypeScript type is the same");
  if (use.created) return required ? breaks("it has to be sent") : adds();
  return required ? breaksAtRun("the service refuses a request without it") : adds();
}

function judgeReadOnly(readOnly: boolean, use: Use): Verdict {
  if (!use.write) return docs("the TypeScript type is the same");
  if (use.body) return readOnly ? breaks("it cannot be sent any more") : adds();
  return readOnly ? breaksAtRun("the service does not take it from a request any more") : adds();
}
