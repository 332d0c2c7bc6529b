import type { Place } from "../diagnostics/diagnostic.ts";
import { isJsonObject } from "../page/json.ts";
import { typeOfSample } from "../page/sketch.ts";
import type { LinkContext, TypeDraft } from "./draft.ts";
import { ancestors } from "./inherit.ts";
import type { Json, PropertyModel } from "./model.ts";
import { inferredProperty } from "./properties.ts";
import { defineStub, resolveType } from "./resolve.ts";
import { lookUpName } from "./symbols.ts";
import { stubDraft } from "./types.ts";

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
  if (Array.isArray(value)) {
    for (const item of value as readonly Json[]) inferFromExample(context, item, expected, namespace, place);
    return;
  }
  if (!isJsonObject(value)) return;
  const draft = draftOf(context, value, expected, namespace, place);
  if (draft === null) return;
  for (const [name, member] of Object.entries(value)) {
    if (name.includes("@") || !/^[A-Za-z_][\w-]*$/.test(name)) continue;
    const property = findProperty(context, draft, name) ?? (draft.inferred ? addMember(context, draft, name, member, place) : null);
    if (property !== null) inferFromExample(context, member, property.type, namespace, place);
  }
}

/** The type of an object: the one it names, when that is a name of the docs' namespaces, else the expected one. */
function draftOf(
  context: LinkContext,
  value: { readonly [key: string]: Json },
  expected: string | null,
  namespace: string,
  place: Place,
): TypeDraft | null {
  const stated = value["@odata.type"];
  const named = typeof stated === "string" && /^#?(?:[A-Za-z]\w*\.)+[A-Za-z]\w*$/.test(stated) ? stated.replace(/^#/, "") : null;
  const base = expected === null ? null : (context.types.get(expected.toLowerCase()) ?? null);
  if (named === null) return base;
  const known = lookUpName(context.symbols, named, namespace) ?? context.stubs.get(named.toLowerCase()) ?? null;
  if (known !== null) return context.types.get(known.id.toLowerCase()) ?? null;
  // Only where a type is expected is the name one of this API; elsewhere it may be a typing error's.
  if (base === null) return null;
  const symbol = defineStub(context, named, { place }, namespace);
  const draft = stubDraft(symbol);
  context.types.set(symbol.id.toLowerCase(), draft);
  if (base.symbol.id !== symbol.id) draft.base = base.symbol.id;
  return draft;
}

function findProperty(context: LinkContext, draft: TypeDraft, name: string): PropertyModel | null {
  const own = draft.properties.get(name);
  if (own !== undefined) return own;
  for (const id of ancestors(context, draft.symbol.id)) {
    const found = context.types.get(id.toLowerCase())?.properties.get(name);
    if (found !== undefined) return found;
  }
  return null;
}

function addMember(context: LinkContext, draft: TypeDraft, name: string, value: Json, place: Place): PropertyModel {
  const isArray = Array.isArray(value);
  const sample = isArray ? ((value as readonly Json[])[0] ?? null) : value;
  const site = { owner: draft.symbol.name, property: name, namespace: draft.namespace, values: [] };
  const use = resolveType(context, typeOfSample(sample, place), site);
  const property = inferredProperty(name, { ...use, collection: isArray || use.collection }, place);
  draft.properties.set(name, property);
  return property;
}
