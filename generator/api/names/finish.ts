import { createCollector, type Result } from "../../diagnostics/diagnostic.ts";
import { compareStrings } from "../../util/compare.ts";
import type { LinkContext, TypeBuilder } from "../link-context.ts";
import type { EnumModel, OperationModel, TypeModel } from "../model.ts";
import { moduleName, nameOperations, typeIdentifier } from "./name-clashes.ts";
import { unifyPathKeys } from "./path-keys.ts";
import type { OperationDraft } from "../link/operations.ts";
import { symbolId } from "../declare/symbols.ts";
import { memberIdentifier } from "../../util/member-identifier.ts";
import type { EnumDraft } from "../enums/enums.ts";

/**
 * Converts builders to types of the model, sorted by id. The functions in this file take linked types, enums and
 * operations, and return those of the model, which have unique names and modules.
 */
export function finishTypes(context: LinkContext, entities: ReadonlySet<string>): readonly TypeModel[] {
  const types = [...context.types.values()].map((draft) => finishType(draft, entities, context.symbols.root));
  return types.toSorted((a, b) => compareStrings(a.namespace, b.namespace) || compareStrings(a.name, b.name));
}

function finishType(draft: TypeBuilder, entities: ReadonlySet<string>, root: string): TypeModel {
  const { symbol, description, deprecated, base, keys, abstract, open, inferred, properties, parts } = draft;
  return {
    name: symbol.name,
    namespace: symbol.namespace,
    identifier: typeIdentifier(symbol.namespace, symbol.name, root),
    module: moduleName(symbol.namespace, symbol.name, root),
    kind: entities.has(symbol.id.toLowerCase()) ? "entity" : "complex",
    baseType: base,
    keys,
    abstract,
    open,
    deprecated,
    description,
    inferred,
    properties: [...properties.values()],
    parts,
    source: symbol.place,
  };
}

/** Returns the enums that the docs name, and the inline enums that a property or body still uses. */
export function usedEnums<T extends Pick<EnumModel, "namespace" | "name" | "inline">>(
  enums: readonly T[],
  types: readonly TypeModel[],
  operations: readonly OperationDraft[],
): readonly T[] {
  const used = new Set<string | null>(operations.flatMap(({ bodyUses }) => bodyUses));
  for (const { properties } of types) {
    for (const { type, values } of properties) used.add(type).add(values);
  }
  return enums.filter(({ namespace, name, inline }) => !inline || used.has(symbolId(namespace, name)));
}

/** Names enums and their members; if a type has the same name, the enum gets the suffix `Enum`. */
export function finishEnums(
  drafts: readonly EnumDraft[],
  types: readonly TypeModel[],
  root: string,
): readonly EnumModel[] {
  const taken = new Set(types.map(({ identifier }) => identifier.toLowerCase()));
  const enums = drafts.map((draft): EnumModel => {
    const plain = typeIdentifier(draft.namespace, draft.name, root);
    const identifier = taken.has(plain.toLowerCase()) ? `${plain}Enum` : plain;
    const members = draft.members.map(({ name, ...others }) => ({
      name,
      identifier: memberIdentifier(name),
      ...others,
    }));
    return { ...draft, members, identifier, module: moduleName(draft.namespace, draft.name, root) };
  });
  return enums.toSorted((a, b) => compareStrings(a.namespace, b.namespace) || compareStrings(a.name, b.name));
}

/** Names operations and their path parameters, and sorts them by module and name. */
export function finishOperations(drafts: readonly OperationDraft[], root: string): Result<readonly OperationModel[]> {
  const collector = createCollector();
  const operations = collector.pipe(nameOperations(drafts, root));
  return collector.wrap(
    unifyPathKeys(operations).toSorted((a, b) => compareStrings(a.module, b.module) || compareStrings(a.name, b.name)),
  );
}
