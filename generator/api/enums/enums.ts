import { operationsOf, type Page, type PropertyFacts, type TypeExpression } from "../../page/model.ts";
import { append } from "../../util/group.ts";
import { namespaceOf, type Declarations, type EnumDeclaration } from "../declare/declare.ts";
import type { LinkContext, ListedEnum } from "../link-context.ts";
import type { EnumMemberModel, EnumModel } from "../model.ts";
import { listKey, valuesKey } from "../link/resolve.ts";
import { missingFrom } from "./spellings.ts";
import { symbolId, type DeclaredSymbol } from "../declare/symbols.ts";

/** An enum without TypeScript names. */
export interface EnumDraft extends Omit<EnumModel, "identifier" | "module" | "members"> {
  readonly members: readonly MemberDraft[];
}

type MemberDraft = Omit<EnumMemberModel, "identifier">;

const FUTURE = "unknownfuturevalue";

/**
 * Builds all enums. Input: the declared enums, and the lists of values that `context` collects. Output: one enum for
 * each name, with the statements of several pages merged.
 */
export function buildEnums(context: LinkContext, declarations: Iterable<EnumDeclaration>): readonly EnumDraft[] {
  const defined = [...declarations].map((declaration) => buildDefined(declaration));
  const byId = new Map(defined.map((each) => [`${each.namespace}.${each.name}`.toLowerCase(), each]));
  for (const { symbol, list } of context.comparedLists) {
    const definition = byId.get(symbol.id.toLowerCase());
    if (definition !== undefined) byId.set(symbol.id.toLowerCase(), compare(context, definition, list));
  }
  const listed = [...context.listedEnums].flatMap(([key, lists]) => {
    const symbol = context.stubs.get(key);
    return symbol === undefined ? [] : [buildListed(context, symbol, lists)];
  });
  return [...byId.values(), ...listed].map((each) => withFlags(context, each));
}

/** Marks an enum as a flags enum if a row states that its values can be combined, or if an example combines them. */
function withFlags(context: LinkContext, draft: EnumDraft): EnumDraft {
  const id = symbolId(draft.namespace, draft.name).toLowerCase();
  const members = new Set(draft.members.map(({ name }) => name.toLowerCase()));
  const isCombined = context.combinedTexts.some(
    (text) => text.id === id && text.names.every((name) => members.has(name)),
  );
  return { ...draft, flags: draft.flags || context.flagEnums.has(id) || isCombined };
}

/** Indexes defined enums by their values. */
export function indexEnums({ enums }: Declarations): ReadonlyMap<string, readonly DeclaredSymbol[]> {
  const index = new Map<string, DeclaredSymbol[]>();
  for (const { symbol, statements } of enums.values()) {
    append(index, valuesKey(statements[0]?.facts.members ?? []), symbol);
  }
  return index;
}

/** Indexes the names of the members of defined enums. */
export function indexMembers({ enums }: Declarations): LinkContext["enumMembers"] {
  const namesOf = ({ statements }: EnumDeclaration) =>
    new Set(statements.flatMap(({ facts }) => facts.members.map(({ name }) => name)));
  return new Map([...enums].map(([id, declaration]) => [id, namesOf(declaration)]));
}

/** The type of a row that also lists values, with a key built from the property and the values. */
export type NamedList = readonly [key: string, type: TypeExpression];

/** Rows whose type cell names an enum and whose description lists its values. */
function namedListsIn(rows: readonly PropertyFacts[]): readonly NamedList[] {
  return rows
    .filter(
      ({ type, values }) => values.length >= 2 && type.primitive === null && !type.enumeration && type.name !== "",
    )
    .map(({ name, type, values }) => [listKey(name, values), type]);
}

/**
 * Indexes the named lists of all pages; if several have the same key, the first one is used.
 *
 * @param pages all pages; the request bodies of their operations may also have lists
 */
export function indexNamedLists(pages: readonly Page[]): LinkContext["namedLists"] {
  const index = new Map<string, { readonly type: TypeExpression; readonly namespace: string }>();
  for (const page of pages) {
    const bodies = operationsOf(page).map(({ requestBody }) => requestBody?.properties ?? []);
    const tables = [...page.types.map(({ properties }) => properties), ...bodies];
    for (const [key, type] of tables.flatMap(namedListsIn)) {
      if (!index.has(key)) index.set(key, { type, namespace: namespaceOf(page) });
    }
  }
  return index;
}

function buildDefined({ symbol, statements }: EnumDeclaration): EnumDraft {
  return {
    name: symbol.name,
    namespace: symbol.namespace,
    flags: statements.some(({ facts }) => facts.flags),
    inline: false,
    description: statements.find(({ facts }) => facts.description !== "")?.facts.description ?? "",
    members: mergeMembers(statements.map(({ facts }) => facts.members)),
    source: symbol.place,
  };
}

/** Merges the members of several statements; the first statement of a member wins. */
function mergeMembers(statements: readonly (readonly MemberDraft[])[]): readonly MemberDraft[] {
  const merged: MemberDraft[] = [];
  for (const members of statements) merged.push(...missingFrom(members, merged));
  return [...new Map([...merged].reverse().map((member) => [member.name, member])).values()].reverse();
}

/** Merges the lists of one enum from several pages: the longest list first, then members found only in other lists. */
function buildListed(context: LinkContext, symbol: DeclaredSymbol, lists: readonly ListedEnum[]): EnumDraft {
  const longestFirst = [...lists].sort((a, b) => b.values.length - a.values.length);
  const statements = longestFirst.map(({ values, place }) =>
    values.map(({ name, value = null, description, source = place }): MemberDraft => ({
      name,
      value,
      description,
      source,
    })),
  );
  return {
    name: symbol.name,
    namespace: symbol.namespace,
    flags: false,
    inline: context.inlineEnums.has(symbol.id.toLowerCase()),
    description: "",
    members: mergeMembers(statements),
    source: symbol.place,
  };
}

/** Compares a list with the definition; if more of its values are additional than missing, it replaces the members. */
function compare(context: LinkContext, definition: EnumDraft, list: ListedEnum): EnumDraft {
  const missing = missingFrom(definition.members, list.values).filter(({ name }) => !isFuture(name));
  const surplus = missingFrom(list.values, definition.members).filter(({ name }) => !isFuture(name));
  if (missing.length === 0 && surplus.length === 0) return definition;
  const related = [{ message: "the definition", place: definition.source }];
  if (surplus.length <= missing.length) {
    const names = (each: readonly { readonly name: string }[]) => each.map(({ name }) => name).join(", ") || "none";
    const params = { name: definition.name, missing: names(missing), surplus: names(surplus) };
    const code = surplus.length === 0 ? "enum-lists-differ" : "enum-values-undefined";
    context.collector.add(code, params, list.place, related);
    return definition;
  }
  context.collector.add("enum-list-longer", { name: definition.name, count: list.values.length }, list.place, related);
  const confirmed = definition.members.filter((member) => !missing.includes(member));
  const added = surplus.map(({ name, value = null, description, source = list.place }) => ({
    name,
    value,
    description,
    source,
  }));
  return { ...definition, members: [...confirmed, ...added] };
}

function isFuture(name: string): boolean {
  return name.toLowerCase() === FUTURE;
}
