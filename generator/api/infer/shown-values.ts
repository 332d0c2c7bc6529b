import { isJsonArray, type Json } from "../../util/json.ts";
import type { Place } from "../../diagnostics/diagnostic.ts";
import type { LinkContext, ShownValues, TypeBuilder } from "../link-context.ts";
import type { PropertyModel } from "../model.ts";
import { typeText } from "../link/properties.ts";

/** Types of values that JSON writes without quotes. */
const UNQUOTED = /^Edm\.(?:Boolean|Byte|Decimal|Double|Int16|Int32|Int64|SByte|Single)$/;
/** Quoted numbers and Boolean values are careless JSON, and `"x-value"` or `"String"` are placeholders. */
const CARELESS =
  /^$|^[-+\d.,\s]+$|^(?:true|false)$|\bvalues?$|^(?:string|boolean|number|int\d*|double|decimal)\b|[<>{}|]/i;

/** Number of examples that outvote a row. */
const ENOUGH = 2;

/** Notes a value that an example shows for a property of a type that a page defines. */
export function noteShown(context: LinkContext, owner: TypeBuilder, name: string, value: Json, place: Place): void {
  const property = owner.properties.get(name);
  if (property === undefined || owner.inferred || value === null) return;
  const key = `${owner.symbol.id}.${name}`.toLowerCase();
  const noted = context.shownValues.get(key) ?? newValues(owner, property);
  context.shownValues.set(key, noted);
  const where = `${place.file}:${place.line}`;
  (isJsonArray(value) ? noted.lists : noted.singles).add(where);
  for (const item of isJsonArray(value) ? value : [value]) {
    (typeof item === "string" && !CARELESS.test(item) ? noted.texts : noted.others).add(where);
  }
}

function newValues(owner: TypeBuilder, property: PropertyModel): ShownValues {
  return { owner, property, lists: new Set(), singles: new Set(), texts: new Set(), others: new Set() };
}

/**
 * Corrects rows that several examples contradict while none confirms them: text where the row states a number or a
 * Boolean, brackets where it states one value, or the reverse.
 */
export function correctByExamples(context: LinkContext): void {
  for (const { owner, property, lists, singles, texts, others } of context.shownValues.values()) {
    const isText = UNQUOTED.test(property.type) && texts.size >= ENOUGH && others.size === 0;
    const [same, differing] = property.collection ? [lists, singles] : [singles, lists];
    const isOther = differing.size >= ENOUGH && same.size === 0;
    if (!isText && !isOther) continue;
    const collection = property.collection !== isOther;
    const used = { ...property, type: isText ? "Edm.String" : property.type, collection };
    owner.properties.set(property.name, { ...used, nullable: property.nullable && !collection });
    const params = { name: property.name, stated: typeText(property), shown: typeText(used) };
    context.collector.add("property-type-shown", params, property.source);
  }
}
