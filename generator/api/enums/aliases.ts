import type { LinkContext } from "../link-context.ts";
import type { PropertyModel } from "../model.ts";
import type { EnumDraft } from "./enums.ts";
import { bodyFacts, type OperationDraft } from "../link/operations.ts";
import { symbolId } from "../declare/symbols.ts";

/** Enums and operations in which each enum has only one name. */
export interface FinalizedEnums {
  readonly enums: readonly EnumDraft[];
  readonly operations: readonly OperationDraft[];
}

/** Replaces inline enums, which are named after their owner and property, with the enums that pages name. */
export function finalizeEnums(
  context: LinkContext,
  enums: readonly EnumDraft[],
  operations: readonly OperationDraft[],
): FinalizedEnums {
  const idOf = ({ namespace, name }: EnumDraft) => symbolId(namespace, name);
  const members = new Map(enums.map((each) => [idOf(each), new Set(each.members.map(({ name }) => name))]));
  const aliases = findAliases(context, members);
  const remaining = enums.filter((each) => !aliases.has(idOf(each)));
  return { enums: remaining, operations: applyAliases(context, operations, aliases) };
}

/**
 * Finds the named enum for each inline enum: an enum of the same property that has at least the same values.
 *
 * @param members values of each enum by id
 * @returns id of the named enum, by id of the inline enum
 */
function findAliases(
  context: LinkContext,
  members: ReadonlyMap<string, ReadonlySet<string>>,
): ReadonlyMap<string, string> {
  const aliases = new Map<string, string>();
  for (const ids of context.enumUses.values()) {
    const named = [...ids].filter((id) => !context.inlineEnums.has(id.toLowerCase()));
    if (named.length === 0) continue;
    for (const id of ids) {
      const own = members.get(id);
      if (!context.inlineEnums.has(id.toLowerCase()) || own === undefined) continue;
      const other = named.find((candidate) => contains(members.get(candidate), own));
      if (other !== undefined) aliases.set(id, other);
    }
  }
  return aliases;
}

function contains(set: ReadonlySet<string> | undefined, own: ReadonlySet<string>): boolean {
  return set !== undefined && [...own].every((value) => set.has(value));
}

/** Replaces aliases with the named enums in types and in body tables. */
function applyAliases(
  context: LinkContext,
  operations: readonly OperationDraft[],
  aliases: ReadonlyMap<string, string>,
): readonly OperationDraft[] {
  const isRenamed = ({ type, values }: PropertyModel) => aliases.has(type) || (values !== null && aliases.has(values));
  const rename = (property: PropertyModel): PropertyModel => ({
    ...property,
    type: aliases.get(property.type) ?? property.type,
    values: property.values === null ? null : (aliases.get(property.values) ?? property.values),
  });
  for (const { properties } of context.types.values()) {
    for (const [name, property] of properties) if (isRenamed(property)) properties.set(name, rename(property));
  }
  return operations.map((draft) => {
    if (!draft.bodyUses.some((id) => aliases.has(id))) return draft;
    const { requestBody } = draft.operation;
    if (requestBody === null) return draft;
    const body = { ...requestBody, properties: requestBody.properties.map(rename) };
    const operation = { ...draft.operation, requestBody: body };
    return { ...draft, operation, ...bodyFacts(operation) };
  });
}
