import type { Place } from "../../diagnostics/diagnostic.ts";
import { isJsonArray, isJsonObject, type Json } from "../../util/json.ts";
import type { LinkContext, TypeBuilder } from "../link-context.ts";
import { ancestors } from "../link/ancestors.ts";
import { findProperty } from "../link/inherit.ts";
import type { PropertyModel } from "../model.ts";
import { inferredProperty } from "../link/properties.ts";
import { defineStub } from "../link/resolve.ts";
import { noteShown } from "./shown-values.ts";
import { sampleType, statedType } from "./sample-type.ts";
import { lookUpName } from "../declare/symbols.ts";
import { undefinedBuilder } from "../link/types.ts";

/** Matches the name of a property, but not an annotation such as `@odata.type` or `user@odata.bind`. */
const MEMBER = /^[A-Za-z_][\w-]*$/;

/**
 * Infers types that no page defines from an example body, by its `@odata.type` annotations and its members.
 *
 * @param value a JSON body or a part of it
 * @param expected id of the type that the docs state for the value, or null
 * @param namespace namespace of the page
 * @param place place of the example
 */
export function inferFromExample(
  context: LinkContext,
  value: Json,
  expected: string | null,
  namespace: string,
  place: Place,
): void {
  if (isJsonArray(value)) {
    for (const item of value) inferFromExample(context, item, expected, namespace, place);
    return;
  }
  if (!isJsonObject(value)) return;
  const draft = draftOf(context, statedType(value), expected, namespace, place);
  if (draft === null) return;
  for (const name of Object.keys(value)) {
    const member = value[name];
    if (member === undefined || !MEMBER.test(name)) continue;
    const stated = findProperty(context, draft, name);
    const property = stated ?? (draft.inferred ? addMember(context, draft, name, member, namespace, place) : undefined);
    if (property !== undefined && typeof member === "string") noteCombined(context, property, member);
    noteShown(context, ownerOf(context, draft, name), name, member, place);
    if (property !== undefined) inferFromExample(context, member, property.type, namespace, place);
    else noteUnstated(context, draft, name);
  }
}

/** The type that has a property: a type itself, or the nearest base with that property. */
function ownerOf(context: LinkContext, draft: TypeBuilder, name: string): TypeBuilder {
  const bases = ancestors(context, draft.symbol.id).flatMap((id) => context.types.get(id.toLowerCase()) ?? []);
  return [draft, ...bases].find(({ properties }) => properties.has(name)) ?? draft;
}

/** Returns the type of an object: the type that it names if the docs define it, otherwise the expected one. */
function draftOf(
  context: LinkContext,
  named: string | null,
  expected: string | null,
  namespace: string,
  place: Place,
): TypeBuilder | null {
  const base = expected === null ? null : (context.types.get(expected.toLowerCase()) ?? null);
  if (named === null) return base;
  const found = findTypeByName(context, named, namespace);
  // An undefined name is a type of this API only if a type is expected; otherwise it may be a typo.
  if (found !== null && base !== null && found !== base) noteSubstitute(context, found, base);
  if (found !== null || base === null) return found;
  const draft = undefinedBuilder(context, defineStub(context, named, { place }, namespace));
  context.types.set(draft.symbol.id.toLowerCase(), draft);
  if (base.symbol.id !== draft.symbol.id) draft.base = base.symbol.id;
  return draft;
}

function noteSubstitute(context: LinkContext, found: TypeBuilder, expected: TypeBuilder): void {
  const key = found.symbol.id.toLowerCase();
  const others = context.substitutes.get(key) ?? new Set<string>();
  context.substitutes.set(key, others.add(expected.symbol.id.toLowerCase()));
}

/** Notes a text such as `read, write`, which combines values if the type is an enum that has them. */
function noteCombined(
  context: LinkContext,
  { type, values }: Pick<PropertyModel, "type" | "values">,
  text: string,
): void {
  const id = values ?? type;
  const names = text.split(/\s*,\s*/);
  if (names.length < 2 || id.startsWith("Edm.")) return;
  context.combinedTexts.push({ id: id.toLowerCase(), names: names.map((name) => name.toLowerCase()) });
}

function noteUnstated(context: LinkContext, { symbol }: TypeBuilder, name: string): void {
  const key = symbol.id.toLowerCase();
  const names = context.unstated.get(key);
  if (names === undefined) context.unstated.set(key, new Set([name]));
  else names.add(name);
}

function findTypeByName(context: LinkContext, name: string, namespace: string): TypeBuilder | null {
  const symbol = lookUpName(context.symbols, name, namespace) ?? context.stubs.get(name.toLowerCase());
  return symbol === undefined ? null : (context.types.get(symbol.id.toLowerCase()) ?? null);
}

function addMember(
  context: LinkContext,
  draft: TypeBuilder,
  name: string,
  value: Json,
  namespace: string,
  place: Place,
): Pick<PropertyModel, "type" | "values"> {
  const sample = sampleType(value);
  const first = isJsonArray(value) ? (value[0] ?? null) : value;
  const named = statedType(first);
  const type =
    named === null
      ? sample.type
      : (findTypeByName(context, named, namespace)?.symbol.id ?? defineStub(context, named, { place }, namespace).id);
  const property = inferredProperty(name, { type, collection: sample.collection, values: null }, place);
  draft.properties.set(name, property);
  return property;
}
