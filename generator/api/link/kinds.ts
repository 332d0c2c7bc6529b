import type { LinkContext, TypeBuilder } from "../link-context.ts";
import { ancestors } from "./ancestors.ts";
import type { OperationDraft } from "./operations.ts";
import { entityId } from "../declare/symbols.ts";

const KEY = "id";

/**
 * Distinguishes entities from complex types: an entity states a key, derives from an entity, or has an `id` and is
 * addressed by URLs or relationships. An entity with an `id` and no stated base derives from the service's `entity`, if
 * the docs define or link it.
 *
 * @returns ids of all entities, in lower case
 */
export function findEntities(context: LinkContext, operations: readonly OperationDraft[]): ReadonlySet<string> {
  const byKey = typesReadByKey(operations);
  const exposed = exposedTypes(context, operations);
  const related = relatedTypes(context);
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
      (related.has(id) && hasKey(KEY))
    );
  };
  const entities = new Set([...context.types.values()].filter(isKeyed).map(({ symbol }) => symbol.id.toLowerCase()));
  reportKeys(context);
  addSubtypes(context, entities);
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
    const isRoot = draft === entity || draft.base !== null;
    if (!isRoot && entities.has(draft.symbol.id.toLowerCase()) && (draft.keys.length === 0 || draft.keys.includes(KEY)))
      draft.base = entity.symbol.id;
  }
}

/** Types that requests read or change at a URL that ends in a key. */
function typesReadByKey(operations: readonly OperationDraft[]): ReadonlySet<string> {
  const found = operations.flatMap(({ operation, bodyType }) => {
    const isByKey = operation.requests.some(({ path, method }) => path.endsWith("}") && method !== "POST");
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

/** Types that relationships refer to. */
function relatedTypes(context: LinkContext): ReadonlySet<string> {
  const properties = [...context.types.values()].flatMap((draft) => [...draft.properties.values()]);
  return new Set(properties.filter(({ relationship }) => relationship).map(({ type }) => type.toLowerCase()));
}
