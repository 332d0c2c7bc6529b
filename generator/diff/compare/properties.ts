import type { PropertyModel, TypeModel } from "../../api/model.ts";
import { fullName } from "../../util/odata.ts";
import { change, deprecationChanges, judgedChange, type Change, type Topic } from "../change.ts";
import { judgeNewProperty, judgeReadOnly, judgeRequired } from "../classes.ts";
import type { Pair } from "../model.ts";
import { firstByName, propertiesOf, type ApiSide } from "../view/api-side.ts";
import type { Use } from "../view/uses.ts";
import { orDocumentation } from "./documentation.ts";
import { valueChanges } from "./value.ts";

/**
 * Compares the properties of a type. A property that moves between the type and its base is neither removed nor added.
 *
 * @param use how programs use values of the type
 */
export function propertyChanges(type: Pair<TypeModel>, use: Use, sides: Pair<ApiSide>): readonly Change[] {
  const name = fullName(type.after);
  const all = { before: propertiesOf(sides.before, name), after: propertiesOf(sides.after, name) };
  const own = { before: firstByName(type.before.properties), after: firstByName(type.after.properties) };
  const names = new Set([...own.before.keys(), ...own.after.keys()]);
  return [...names].flatMap((key) => {
    const topic: Topic = { module: type.after.module, subject: `${type.after.name}.${key}` };
    const before = all.before.get(key);
    const after = all.after.get(key);
    if (before === undefined) return after === undefined ? [] : [addition(topic, after, use)];
    if (after === undefined) return [change(topic, "property-removed", before.source, { side: "before" })];
    const found = facetChanges(topic, { before, after }, use, sides);
    if (!own.after.has(key)) return [...found, change(topic, "property-moved", after.source)];
    return orDocumentation(topic, { before, after }, [...found, ...deprecationChanges(topic, { before, after })]);
  });
}

function addition(topic: Topic, { required, source }: PropertyModel, use: Use): Change {
  return judgedChange(topic, "property-added", judgeNewProperty(required, use), source);
}

function facetChanges(topic: Topic, pair: Pair<PropertyModel>, use: Use, sides: Pair<ApiSide>): readonly Change[] {
  const { before, after } = pair;
  const found = [...valueChanges(topic, "property", pair, use, sides)];
  if (before.required !== after.required) {
    const kind = after.required ? "property-became-required" : "property-became-optional";
    found.push(judgedChange(topic, kind, judgeRequired(after.required, use), after.source));
  }
  if (before.readOnly !== after.readOnly) {
    const kind = after.readOnly ? "property-became-read-only" : "property-became-writable";
    found.push(judgedChange(topic, kind, judgeReadOnly(after.readOnly, use), after.source));
  }
  return found;
}
