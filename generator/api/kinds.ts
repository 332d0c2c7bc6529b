import type { LinkContext, TypeDraft } from "./draft.ts";
import { ancestors } from "./inherit.ts";
import type { OperationDraft } from "./operations.ts";
import { DEFAULT_NAMESPACE } from "./symbols.ts";

const ENTITY = `${DEFAULT_NAMESPACE}.entity`;
const KEY = "id";

/**
 * Tells entities from complex types: an entity states a key, descends from one, or has an `id` and is addressed by
 * URLs or relationships. An entity with an `id` and no stated base descends from the service's `entity`, where the
 * docs define or link one.
 *
 * @returns ids of all entities, in lower case
 */
export function findEntities(context: LinkContext, operations: readonly OperationDraft[]): ReadonlySet<string> {
  const addressed = addressedTypes(context, operations);
  const isKeyed = (draft: TypeDraft) => {
    const id = draft.symbol.id.toLowerCase();
    return id === ENTITY || draft.keys.length > 0 || (addressed.has(id) && draft.properties.has(KEY));
  };
  const entities = new Set([...context.types.values()].filter(isKeyed).map(({ symbol }) => symbol.id.toLowerCase()));
  spread(context, entities);
  adoptEntity(context, entities);
  return entities;
}

/** Kinds run along inheritance in both directions: a subtype of an entity is one, and so is its base. */
function spread(context: LinkContext, entities: Set<string>): void {
  for (const draft of context.types.values()) {
    const chain = [draft.symbol.id, ...ancestors(context, draft.symbol.id)].map((id) => id.toLowerCase());
    if (chain.some((id) => entities.has(id))) entities.add(draft.symbol.id.toLowerCase());
  }
}

function adoptEntity(context: LinkContext, entities: ReadonlySet<string>): void {
  const entity = context.types.get(ENTITY);
  if (entity === undefined) return;
  for (const draft of context.types.values()) {
    const isRoot = draft === entity || draft.base !== null;
    if (!isRoot && entities.has(draft.symbol.id.toLowerCase()) && draft.properties.has(KEY)) draft.base = entity.symbol.id;
  }
}

/** Types that a URL ending in a key returns or changes, and types that relationships lead to. */
function addressedTypes(context: LinkContext, operations: readonly OperationDraft[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { operation } of operations) {
    const isByKey = operation.requests.some(({ path }) => path.endsWith("}"));
    if (isByKey && operation.response.type !== null) found.add(operation.response.type.toLowerCase());
    if (isByKey && operation.requestBody?.type != null) found.add(operation.requestBody.type.toLowerCase());
  }
  for (const draft of context.types.values()) {
    for (const property of draft.properties.values()) if (property.relationship) found.add(property.type.toLowerCase());
  }
  return found;
}
