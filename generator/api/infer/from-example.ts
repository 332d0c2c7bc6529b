import type { Place } from "../../diagnostics/diagnostic.ts";
import { isJsonArray, isJsonObject, type Json } from "../../util/json.ts";
import type { LinkContext, TypeDraft } from "../draft.ts";
import { findProperty } from "../link/inherit.ts";
import type { PropertyModel } from "../model.ts";
import { inferredProperty } from "../link/properties.ts";
import { defineStub } from "../link/resolve.ts";
import { sampleType, statedType } from "./sample-type.ts";
import { lookUpName } from "../declare/symbols.ts";
import { stubDraft } from "../link/types.ts";

/** What may be the name of a property; annotations such as `@odata.type` and `user@odata.bind` are none. */
const MEMBER = /^[A-Za-z_][\w-]*$/;

/**
 * Fills types that no page defines from an example body: what it names with `@odata.type`, and the members it shows.
 *
 * @param value a JSON body or a part of it
 * @param expected id of the type that stands here, or null
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
    const known = findProperty(context, draft, name);
    const property = known ?? (draft.inferred ? addMember(context, draft, name, member, namespace, place) : undefined);
    if (property !== undefined) inferFromExample(context, member, property.type, namespace, place);
    else noteUnstated(context, draft, name);
  }
}

/** The type of an object: the one it names, when that is a name of the docs' namespaces, else the expected one. */
function draftOf(
  context: LinkContext,
  named: string | null,
  expected: string | null,
  namespace: string,
  place: Place,
): TypeDraft | null {
  const base = expected === null ? null : (context.types.get(expected.toLowerCase()) ?? null);
  if (named === null) return base;
  const known = knownType(context, named, namespace);
  // Only where a type is expected is an unknown name one of this API; elsewhere it may be a typing error.
  if (known !== null || base === null) return known;
  const draft = stubDraft(defineStub(context, named, { place }, namespace));
  context.types.set(draft.symbol.id.toLowerCase(), draft);
  if (base.symbol.id !== draft.symbol.id) draft.base = base.symbol.id;
  return draft;
}

function noteUnstated(context: LinkContext, { symbol }: TypeDraft, name: string): void {
  const key = symbol.id.toLowerCase();
  const names = context.unstated.get(key);
  if (names === undefined) context.unstated.set(key, new Set([name]));
  else names.add(name);
}

function knownType(context: LinkContext, name: string, namespace: string): TypeDraft | null {
  const symbol = lookUpName(context.symbols, name, namespace) ?? context.stubs.get(name.toLowerCase());
  return symbol === undefined ? null : (context.types.get(symbol.id.toLowerCase()) ?? null);
}

function addMember(
  context: LinkContext,
  draft: TypeDraft,
  name: string,
  value: Json,
  namespace: string,
  place: Place,
): Pick<PropertyModel, "type"> {
  const sample = sampleType(value);
  const first = isJsonArray(value) ? (value[0] ?? null) : value;
  const named = statedType(first);
  const type =
    named === null
      ? sample.type
      : (knownType(context, named, namespace)?.symbol.id ?? defineStub(context, named, { place }, namespace).id);
  const property = inferredProperty(name, { type, collection: sample.collection, values: null }, place);
  draft.properties.set(name, property);
  return property;
}
