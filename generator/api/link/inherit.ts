import type { TypeExpression } from "../../page/model.ts";
import { compareStrings } from "../../util/compare.ts";
import type { TypeDeclaration } from "../declare/declare.ts";
import { ancestors } from "./ancestors.ts";
import type { LinkContext, TypeBuilder } from "../link-context.ts";
import type { PropertyModel } from "../model.ts";
import { defineStub, resolveType } from "./resolve.ts";
import { undefinedBuilder } from "./types.ts";
import { entityId, lookUpName, type DeclaredSymbol } from "../declare/symbols.ts";

/**
 * Sets the base of every type from the first source that states one: the annotation, a sentence, the base's list of
 * derived types, or the ancestors that "Inherited from" remarks name.
 */
export function linkBases(context: LinkContext, declarations: Iterable<TypeDeclaration>): void {
  const all = [...declarations];
  const derivedFrom = readDerivedLists(context, all);
  for (const { symbol, statements } of all) {
    const draft = context.types.get(symbol.id.toLowerCase());
    if (draft === undefined) continue;
    const stated = statements.map(({ facts }) => facts.statedBase).find((base) => base !== null) ?? null;
    const annotated = annotatedBase(context, draft, statements);
    draft.base = annotated ?? statedBase(context, draft, stated) ?? derivedFrom.get(symbol.id) ?? null;
  }
  for (const { symbol, statements } of all) {
    const draft = context.types.get(symbol.id.toLowerCase());
    const stated = statements.map(({ facts }) => facts.statedBase).find((base) => base !== null) ?? null;
    if (draft !== undefined && stated !== null) resolveBaseConflict(context, draft, stated);
  }
  addStubs(context);
  for (const draft of context.types.values())
    draft.base ??= derivedFrom.get(draft.symbol.id) ?? remarkedBase(context, draft);
  breakCycles(context);
}

function annotatedBase(
  context: LinkContext,
  draft: TypeBuilder,
  statements: TypeDeclaration["statements"],
): string | null {
  const base = statements.map(({ facts }) => facts.annotatedBase).find((each) => each !== undefined) ?? null;
  if (base === null) return null;
  const symbol = lookUpName(context.symbols, base, draft.namespace);
  return symbol?.kind === "type" ? symbol.id : defineBase(context, draft, base);
}

function defineBase(context: LinkContext, draft: TypeBuilder, base: string): string | null {
  if (!/^[A-Za-z][\w.]*$/.test(base)) return null;
  return defineStub(context, base, { place: draft.symbol.place }, draft.namespace).id;
}

function statedBase(context: LinkContext, draft: TypeBuilder, base: TypeExpression | null): string | null {
  const symbol = base === null ? null : resolveBase(context, draft, base);
  return symbol === null || symbol.id === draft.symbol.id ? null : symbol.id;
}

function resolveBase(context: LinkContext, draft: TypeBuilder, base: TypeExpression): DeclaredSymbol | null {
  const site = { owner: draft.symbol.name, property: "base", namespace: draft.namespace, values: [] };
  if (base.target === null && lookUpName(context.symbols, base.name, draft.namespace) === null) return null;
  const { type } = resolveType(context, base, site);
  const symbol = lookUpName(context.symbols, type, draft.namespace) ?? context.stubs.get(type.toLowerCase()) ?? null;
  return symbol?.kind === "type" ? symbol : null;
}

/**
 * Prefers the annotation, unless the sentence names a more specific base: a descendant of the annotation's base, or any
 * type if the annotation's base is `entity` or has no page.
 */
function resolveBaseConflict(context: LinkContext, draft: TypeBuilder, stated: TypeExpression): void {
  const other = resolveBase(context, draft, stated);
  const { base } = draft;
  if (base === null || other === null || other.id === base || other.id === draft.symbol.id) return;
  const chain = ancestors(context, other.id);
  if (chain.includes(draft.symbol.id)) return;
  const isVague = base.toLowerCase() === entityId(context.symbols) || context.stubs.has(base.toLowerCase());
  if (isVague || chain.includes(base)) {
    draft.base = other.id;
    return;
  }
  if (ancestors(context, draft.symbol.id).includes(other.id)) return;
  context.collector.add("base-conflict", { name: draft.symbol.id, used: base, other: other.id }, stated.place);
}

/** Maps derived types to the bases whose pages list them; if two pages list a type, the first one wins. */
function readDerivedLists(context: LinkContext, all: readonly TypeDeclaration[]): ReadonlyMap<string, string> {
  const bases = new Map<string, string>();
  for (const { symbol, statements } of all) {
    const draft = context.types.get(symbol.id.toLowerCase());
    if (draft === undefined) continue;
    for (const expression of statements.flatMap(({ facts }) => facts.derived)) {
      const derived = resolveBase(context, draft, expression);
      if (derived !== null && derived.id !== symbol.id && !bases.has(derived.id)) bases.set(derived.id, symbol.id);
    }
  }
  return bases;
}

/** Returns the nearest ancestor that the remarks name: the one that none of the others derives from. */
export function remarkedBase(context: LinkContext, draft: TypeBuilder): string | null {
  const names = new Set<string>();
  for (const expression of draft.inheritedFrom.values()) {
    const base = resolveBase(context, draft, expression);
    if (base !== null && base.id !== draft.symbol.id) names.add(base.id);
  }
  const candidates = [...names].sort(compareStrings);
  const isAncestor = (id: string) => candidates.some((other) => other !== id && ancestors(context, other).includes(id));
  return candidates.find((id) => !isAncestor(id)) ?? candidates[0] ?? null;
}

/** Finds a property in a type or in the nearest base that has it. */
export function findProperty(
  context: Pick<LinkContext, "types">,
  draft: TypeBuilder,
  name: string,
): Pick<PropertyModel, "type" | "values"> | undefined {
  const own = draft.properties.get(name);
  if (own !== undefined || draft.base === null) return own;
  for (const id of ancestors(context, draft.symbol.id)) {
    const found = context.types.get(id.toLowerCase())?.properties.get(name);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Removes and reports a base that derives from the type itself. */
export function breakCycles(context: LinkContext): void {
  for (const draft of context.types.values()) {
    if (draft.base === null || !ancestors(context, draft.symbol.id).includes(draft.symbol.id)) continue;
    context.collector.add("base-cycle", { name: draft.symbol.id, base: draft.base }, draft.symbol.place);
    draft.base = null;
  }
}

/** Creates builders for base types and other names that no page defines. */
export function addStubs(context: LinkContext): void {
  for (const [key, symbol] of context.stubs) {
    if (symbol.kind === "type" && !context.types.has(key)) context.types.set(key, undefinedBuilder(context, symbol));
  }
}
