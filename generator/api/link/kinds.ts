import { isJsonObject, type Json } from "../../util/json.ts";
import type { LinkContext, TypeBuilder } from "../link-context.ts";
import { ancestors } from "./ancestors.ts";
import type { OperationDraft } from "./operations.ts";
import { entityId } from "../declare/symbols.ts";
import { endsInKey } from "../../util/item-key.ts";

const KEY = "id";

/**
 * Distinguishes entities from complex types: an entity states a key, derives from an entity, or has an `id` and is
 * addressed by URLs or relationships. A type that no property holds is also an entity if the service sets its `id`, if
 * it has relationships, or if functions return collections of it. An entity with no stated base derives from the
 * service's `entity`, if the docs define or link it and no other key is stated.
 *
 * @returns ids of all entities, in lower case
 */
export function findEntities(context: LinkContext, operations: readonly OperationDraft[]): ReadonlySet<string> {
  const byKey = typesReadByKey(operations);
  const exposed = exposedTypes(context, operations);
  const related = typesOf(context, "relationships");
  const held = typesOf(context, "parts");
  const { rows, results } = typesOfFunctions(operations);
  const isAlone = (draft: TypeBuilder) => {
    const id = draft.symbol.id.toLowerCase();
    if (held.has(id) || draft.inferred) return false;
    return (hasOwnId(draft) && !results.has(id)) || hasRelationship(draft) || rows.has(id) || related.has(id);
  };
  const isKeyed = (draft: TypeBuilder) => {
    const id = draft.symbol.id.toLowerCase();
    const chain = [draft, ...ancestors(context, id).flatMap((base) => context.types.get(base.toLowerCase()) ?? [])];
    const hasKey = (key: string) => chain.some(({ properties }) => properties.has(key));
    const isStated = draft.keys.some((key) => hasKey(key) || draft.inferred);
    return (
      id === entityId(context.symbols) ||
      isStated ||
      byKey.has(id) ||
      exposed.has(id) ||
      (related.has(id) && hasKey(KEY)) ||
      isAlone(draft)
    );
  };
  const entities = new Set([...context.types.values()].filter(isKeyed).map(({ symbol }) => symbol.id.toLowerCase()));
  reportKeys(context);
  addSubtypes(context, entities);
  addBases(context, entities, held);
  adoptEntity(context, entities);
  return entities;
}

/** Reports a stated key that is not a property of the type or of its bases; it usually comes from a page template. */
function reportKeys(context: LinkContext): void {
  for (const { symbol, keys, base, inferred, properties } of context.types.values()) {
    const above = base === null ? [] : [base, ...ancestors(context, base)];
    const chain = [properties, ...above.flatMap((id) => context.types.get(id.toLowerCase())?.properties ?? [])];
    for (const key of keys) {
      if (inferred || chain.some((each) => each.has(key))) continue;
      context.collector.add("key-undefined", { key }, symbol.place);
    }
  }
}

/** Adds the bases of entities, unless a property holds the base as a part of another object. */
function addBases(context: LinkContext, entities: Set<string>, held: ReadonlySet<string>): void {
  for (const draft of context.types.values()) {
    if (!entities.has(draft.symbol.id.toLowerCase())) continue;
    for (const id of ancestors(context, draft.symbol.id).map((base) => base.toLowerCase())) {
      if (held.has(id)) break;
      entities.add(id);
    }
  }
}

/** Adds the subtypes of entities. */
function addSubtypes(context: LinkContext, entities: Set<string>): void {
  for (const draft of context.types.values()) {
    const chain = [draft.symbol.id, ...ancestors(context, draft.symbol.id)].map((id) => id.toLowerCase());
    if (chain.some((id) => entities.has(id))) entities.add(draft.symbol.id.toLowerCase());
  }
}

function adoptEntity(context: LinkContext, entities: ReadonlySet<string>): void {
  const entity = context.types.get(entityId(context.symbols));
  if (entity === undefined) return;
  for (const draft of context.types.values()) {
    // A container of relationships is a single object without a key.
    const isRoot = draft === entity || draft.base !== null || isContainer(draft);
    if (!isRoot && entities.has(draft.symbol.id.toLowerCase()) && (draft.keys.length === 0 || draft.keys.includes(KEY)))
      draft.base = entity.symbol.id;
  }
}

/** Types that requests read or change at a URL that ends in a key. */
function typesReadByKey(operations: readonly OperationDraft[]): ReadonlySet<string> {
  const found = operations.flatMap(({ operation, bodyType }) => {
    const isByKey = operation.requests.some(({ path, method }) => endsInKey(path) && method !== "POST");
    const changed = operation.kind === "update" ? bodyType : null;
    return isByKey ? [operation.response.type ?? changed ?? ""] : [];
  });
  return new Set(found.map((id) => id.toLowerCase()));
}

/** Types that operations read or create, except those used by properties that are not relationships. */
function exposedTypes(context: LinkContext, operations: readonly OperationDraft[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { operation } of operations) {
    const isResource = ["get", "list", "create"].includes(operation.kind);
    if (isResource && operation.response.type !== null) found.add(operation.response.type.toLowerCase());
  }
  for (const draft of context.types.values()) {
    for (const { relationship, type } of draft.properties.values()) if (!relationship) found.delete(type.toLowerCase());
  }
  return found;
}

/** Whether the service sets an `id` that the page itself states. */
function hasOwnId({ properties }: TypeBuilder): boolean {
  const id = properties.get(KEY);
  return id !== undefined && id.readOnly && !id.inferred;
}

/** Whether a page states relationships of a type that has no key: the root of a part of the service. */
function isContainer({ properties, inferred }: TypeBuilder): boolean {
  return !inferred && !properties.has(KEY) && hasRelationship({ properties });
}

function hasRelationship({ properties }: Pick<TypeBuilder, "properties">): boolean {
  return [...properties.values()].some(({ relationship }) => relationship);
}

/** Types that functions return, and those of which an example shows a collection whose context names only the type. */
function typesOfFunctions(operations: readonly OperationDraft[]): Readonly<Record<"rows" | "results", Set<string>>> {
  const rows = new Set<string>();
  const results = new Set<string>();
  for (const { operation } of operations) {
    const type = operation.kind === "function" ? operation.response.type : null;
    if (type === null) continue;
    results.add(type.toLowerCase());
    const bodies = operation.examples.map(({ response }) => response?.body);
    const isListed = bodies.some((body) => isJsonObject(body) && isContextOfType(body["@odata.context"]));
    if (isListed) rows.add(type.toLowerCase());
  }
  return { rows, results };
}

function isContextOfType(context: Json | undefined): boolean {
  return typeof context === "string" && /#Collection\([\w.]+\)$/.test(context);
}

/** Types to which relationships refer, or which other properties hold as a part of another object. */
function typesOf(context: LinkContext, use: "relationships" | "parts"): ReadonlySet<string> {
  const properties = [...context.types.values()].flatMap((draft) => [...draft.properties.values()]);
  const used = properties.filter(({ relationship }) => relationship === (use === "relationships"));
  return new Set(used.map(({ type }) => type.toLowerCase()));
}
