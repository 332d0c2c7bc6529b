import type { TypeExpression } from "../page/model.ts";
import { compareStrings } from "../util/compare.ts";
import type { TypeDeclaration } from "./declare.ts";
import type { LinkContext, TypeDraft } from "./draft.ts";
import { typeText } from "./properties.ts";
import { defineStub, resolveType } from "./resolve.ts";
import { stubDraft } from "./types.ts";
import { lookUpName, type DeclaredSymbol } from "./symbols.ts";

/**
 * Gives every type its base: from the annotation, else a sentence, else the base's list of derived types, else the
 * ancestors that "Inherited from" remarks name.
 */
export function linkBases(context: LinkContext, declarations: Iterable<TypeDeclaration>): void {
  const all = [...declarations];
  const derivedFrom = readDerivedLists(context, all);
  for (const { symbol, statements } of all) {
    const draft = context.types.get(symbol.id.toLowerCase());
    if (draft === undefined) continue;
    const annotated = statements.map(({ facts }) => facts.annotatedBase).find((base) => base !== undefined);
    const stated = statements.map(({ facts }) => facts.statedBase).find((base) => base !== null) ?? null;
    draft.base = annotatedBase(context, draft, annotated) ?? statedBase(context, draft, stated) ?? derivedFrom.get(symbol.id) ?? null;
    if (typeof annotated === "string" && stated !== null) reportConflict(context, draft, stated);
  }
  for (const draft of context.types.values()) draft.base ??= remarkedBase(context, draft);
  breakCycles(context);
}

function annotatedBase(context: LinkContext, draft: TypeDraft, base: string | null | undefined): string | null {
  if (base === undefined || base === null) return null;
  const known = lookUpName(context.symbols, base, draft.namespace);
  return known?.kind === "type" ? known.id : defineBase(context, draft, base);
}

function defineBase(context: LinkContext, draft: TypeDraft, base: string): string | null {
  if (!/^[A-Za-z][\w.]*$/.test(base)) return null;
  return defineStub(context, base, { place: draft.symbol.place }, draft.namespace).id;
}

function statedBase(context: LinkContext, draft: TypeDraft, base: TypeExpression | null): string | null {
  const symbol = base === null ? null : resolveBase(context, draft, base);
  return symbol === null || symbol.id === draft.symbol.id ? null : symbol.id;
}

function resolveBase(context: LinkContext, draft: TypeDraft, base: TypeExpression): DeclaredSymbol | null {
  const site = { owner: draft.symbol.name, property: "base", namespace: draft.namespace, values: [] };
  if (base.target === null && lookUpName(context.symbols, base.name, draft.namespace) === null) return null;
  const { type } = resolveType(context, base, site);
  const known = lookUpName(context.symbols, type, draft.namespace) ?? context.stubs.get(type.toLowerCase()) ?? null;
  return known?.kind === "type" ? known : null;
}

function reportConflict(context: LinkContext, draft: TypeDraft, stated: TypeExpression): void {
  const other = resolveBase(context, draft, stated);
  if (other === null || other.id === draft.base || other.id === draft.symbol.id) return;
  const params = { name: draft.symbol.id, used: draft.base ?? "none", other: other.id };
  context.collector.add("base-conflict", params, stated.place);
}

/** Derived types that a base's page lists; a type that two pages claim goes to the one that was listed deeper. */
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

/** Of the ancestors that remarks name, the one that none of the others descends from is the nearest. */
function remarkedBase(context: LinkContext, draft: TypeDraft): string | null {
  const names = new Set<string>();
  for (const expression of draft.inheritedFrom.values()) {
    const base = resolveBase(context, draft, expression);
    if (base !== null && base.id !== draft.symbol.id) names.add(base.id);
  }
  const candidates = [...names].sort(compareStrings);
  const isAncestor = (id: string) => candidates.some((other) => other !== id && ancestors(context, other).includes(id));
  return candidates.find((id) => !isAncestor(id)) ?? candidates[0] ?? null;
}

/** Bases of a type, nearest first; stops at a cycle. */
export function ancestors(context: Pick<LinkContext, "types">, id: string): readonly string[] {
  const chain: string[] = [];
  for (let base = context.types.get(id.toLowerCase())?.base ?? null; base !== null && !chain.includes(base); ) {
    chain.push(base);
    base = context.types.get(base.toLowerCase())?.base ?? null;
  }
  return chain;
}

/** Gives types that no page defines the bases that their rows name, and moves those rows to a base as little defined. */
export function linkInferredBases(context: LinkContext): void {
  const inferred = [...context.types.values()].filter((draft) => draft.inferred && draft.base === null);
  for (const draft of inferred) draft.base = remarkedBase(context, draft);
  draftStubs(context);
  breakCycles(context);
  for (const draft of inferred) {
    const base = draft.base === null ? undefined : context.types.get(draft.base.toLowerCase());
    if (base?.inferred !== true) continue;
    for (const name of draft.inheritedFrom.keys()) {
      const property = draft.properties.get(name);
      if (property === undefined) continue;
      draft.properties.delete(name);
      if (!base.properties.has(name)) base.properties.set(name, { ...property, inherited: false });
    }
    if (base.properties.has("id")) base.keys = ["id"];
  }
}

function breakCycles(context: LinkContext): void {
  for (const draft of context.types.values()) {
    if (draft.base === null || !ancestors(context, draft.symbol.id).includes(draft.symbol.id)) continue;
    context.collector.add("base-cycle", { name: draft.symbol.id, base: draft.base }, draft.symbol.place);
    draft.base = null;
  }
}

/** Makes drafts for base types and other names that no page defines. */
export function draftStubs(context: LinkContext): void {
  for (const [key, symbol] of context.stubs) {
    if (symbol.kind === "type" && !context.types.has(key)) context.types.set(key, stubDraft(symbol));
  }
}

/**
 * Takes rows that a base states off its subtypes. A row of another type than the base's stays, with a diagnostic,
 * unless the page itself calls it inherited.
 */
export function dropInherited(context: LinkContext): void {
  for (const draft of context.types.values()) {
    const chain = ancestors(context, draft.symbol.id).flatMap((id) => context.types.get(id.toLowerCase()) ?? []);
    for (const [name, property] of draft.properties) {
      const base = chain.find((ancestor) => ancestor.properties.has(name));
      const above = base?.properties.get(name);
      if (base === undefined || above === undefined) continue;
      const isSame = above.type === property.type && above.collection === property.collection;
      if (isSame || property.inherited || property.inferred || above.inferred) {
        if (above.inferred && !property.inferred && !isSame) base.properties.set(name, { ...property, inherited: false });
        draft.properties.delete(name);
        continue;
      }
      const params = { name, base: base.symbol.id, baseType: typeText(above), type: typeText(property) };
      context.collector.add("property-redeclared", params, property.source, [{ message: "the base's property", place: above.source }]);
    }
  }
}

/** A property documented as `a or b` takes the nearest type that all of them are. */
export function useCommonBases(context: LinkContext): void {
  const byName = new Map([...context.types.values()].map((draft) => [draft.symbol.name, draft]));
  for (const { owner, property, types } of context.alternatives) {
    const draft = byName.get(owner);
    const stated = draft?.properties.get(property);
    const [first = "", ...others] = types;
    const chains = others.map((id) => [id, ...ancestors(context, id)]);
    const common = [first, ...ancestors(context, first)].find((id) => chains.every((chain) => chain.includes(id)));
    if (stated !== undefined && common !== undefined) draft?.properties.set(property, { ...stated, type: common });
  }
}
