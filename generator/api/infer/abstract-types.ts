import { isJsonArray, isJsonObject, type Json } from "../../util/json.ts";
import { append } from "../../util/group.ts";
import type { LinkContext } from "../link-context.ts";
import type { OperationDraft } from "../link/operations.ts";
import { statedType } from "./sample-type.ts";

/** Fewer subtypes are not significant: a type with one subtype is often used on its own. */
const LEAST_SUBTYPES = 2;

/**
 * Marks bases as abstract of which the docs show no object: the page calls the type a base type, pages create only its
 * subtypes, or the examples show only subtypes in its place.
 *
 * @param entities ids of all entities, in lower case
 */
export function inferAbstract(
  context: LinkContext,
  operations: readonly OperationDraft[],
  entities: ReadonlySet<string>,
): void {
  const subtypes = indexSubtypes(context);
  const created = createdTypes(operations);
  const shown = shownTypes(operations);
  for (const draft of context.types.values()) {
    const id = draft.symbol.id.toLowerCase();
    const below = subtypes.get(id) ?? [];
    if (draft.inferred || below.length === 0) continue;
    const isOnlyBelow = (found: ReadonlySet<string>) => !found.has(id) && below.some((other) => found.has(other));
    const evidence = isOnlyBelow(created) || (!entities.has(id) && isOnlyBelow(shown));
    if (draft.statedBase || (below.length >= LEAST_SUBTYPES && evidence)) draft.abstract = true;
  }
}

/** Lower-case ids of the documented types that derive directly from a type, by its lower-case id. */
function indexSubtypes(context: LinkContext): ReadonlyMap<string, readonly string[]> {
  const index = new Map<string, string[]>();
  for (const { symbol, base, inferred } of context.types.values()) {
    if (base !== null && !inferred) append(index, base.toLowerCase(), symbol.id.toLowerCase());
  }
  return index;
}

/** Types that create operations send or return. */
function createdTypes(operations: readonly OperationDraft[]): ReadonlySet<string> {
  const found = operations.flatMap(({ operation, bodyType }) =>
    operation.kind === "create" ? [bodyType ?? "", operation.response.type ?? ""] : [],
  );
  return new Set(found.map((id) => id.toLowerCase()));
}

/** Types that objects in examples name in `@odata.type`. */
function shownTypes(operations: readonly OperationDraft[]): ReadonlySet<string> {
  const examples = operations.flatMap(({ operation }) => operation.examples);
  const bodies = examples.flatMap(({ request, response }) => [request?.body ?? null, response?.body ?? null]);
  const found = new Set<string>();
  for (const body of bodies) addShown(body, found);
  return found;
}

function addShown(value: Json, found: Set<string>): void {
  const named = statedType(value);
  if (named !== null) found.add(named.toLowerCase());
  const members = isJsonArray(value) ? value : isJsonObject(value) ? Object.values(value) : [];
  for (const member of members) addShown(member ?? null, found);
}
