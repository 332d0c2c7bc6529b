import { PRIMITIVE_NAMES, type ListedValue, type TypeExpression } from "../../page/model.ts";
import { FUTURE_MEMBER } from "../../util/odata.ts";
import { compareStrings } from "../../util/compare.ts";
import { append } from "../../util/group.ts";
import { lowerFirst, upperFirst } from "../../util/words.ts";
import type { LinkContext, ListedEnum, TypeUse } from "../link-context.ts";
import { lookUp, lookUpName, symbolId, type DeclaredSymbol } from "../declare/symbols.ts";
import { commonBase } from "./ancestors.ts";
import { singular } from "../../util/singular.ts";
import { didYouMean, nearestNames } from "../../util/nearest.ts";

/** Type of what cannot be resolved; a diagnostic states why. */
export const UNKNOWN = "unknown";

/** Place where a type is used; an enum without a name is named after the owner and the property. */
export interface UseSite {
  readonly owner: string;
  readonly property: string;
  readonly namespace: string;
  readonly values: readonly ListedValue[];
  /** True if the description states that there are no other values. */
  readonly closed?: boolean;
  /** True if the description lists the values that are supported, of which there may be more. */
  readonly supported?: boolean;
  /** True if the description states that values can be combined, separated by commas. */
  readonly combined?: boolean;
}

/**
 * Resolves a documented type to an Edm type, a type or an enum of the model. A linked or qualified name that no page
 * defines gets a new symbol; text that is not a valid name results in `unknown` and a diagnostic.
 */
export function resolveType(context: LinkContext, expression: TypeExpression, site: UseSite): TypeUse {
  const use = resolveSingle(context, expression, site);
  if (expression.alternatives.length > 0) return resolveAlternatives(context, expression, site, use);
  recordEnum(context, use, site);
  return use;
}

/** Several primitives are any JSON value; several types are their common base, which may be known only later. */
function resolveAlternatives(context: LinkContext, expression: TypeExpression, site: UseSite, use: TypeUse): TypeUse {
  const { text, place } = expression;
  const others = expression.alternatives.map((other) => resolveSingle(context, other, site).type);
  const types = [...new Set([use.type, ...others])];
  if (types.length === 1) return use;
  if (types.every((type) => type.startsWith("Edm."))) {
    context.collector.add("type-alternatives", { text }, place);
    return { ...use, type: "Edm.Untyped", values: null };
  }
  context.alternatives.push({ owner: site.owner, property: site.property, types, text, place });
  return { ...use, type: commonBase(context, types) ?? UNKNOWN, values: null };
}

/** Collects the enum of a property, so that an unnamed one can get the name that another page states. */
function recordEnum(context: LinkContext, use: TypeUse, site: UseSite): void {
  const id = use.values ?? use.type;
  if (id.startsWith("Edm.") || site.values.length === 0) return;
  if (site.combined === true) context.flagEnums.add(id.toLowerCase());
  const key = `${simpleName(site.owner)}.${site.property}`.toLowerCase();
  const ids = context.enumUses.get(key);
  if (ids === undefined) context.enumUses.set(key, new Set([id]));
  else ids.add(id);
}

function simpleName(id: string): string {
  return id.slice(id.lastIndexOf(".") + 1);
}

/** Resolves a documented type, ignoring the alternatives after its first `or`. */
export function resolveSingle(context: LinkContext, expression: TypeExpression, site: UseSite): TypeUse {
  const { collection, primitive } = expression;
  if (expression.enumeration) return { type: resolveEnumeration(context, expression, site), collection, values: null };
  if (primitive !== null) {
    return primitive === "Edm.String"
      ? resolveString(context, expression, site)
      : { type: primitive, collection, values: null };
  }
  const symbol =
    lookUp(context.symbols, expression, site.namespace) ??
    lookUpStub(context, expression, site.namespace) ??
    lookUpPlural(context, expression, site.namespace);
  if (symbol !== null) {
    if (symbol.kind === "enum") compareList(context, symbol, expression, site);
    return { type: symbol.id, collection, values: null };
  }
  return { type: defineMissing(context, expression, site), collection, values: null };
}

/** Resolves the type `Enumeration` to an enum of the listed values, named after its owner and property. */
function resolveEnumeration(context: LinkContext, expression: TypeExpression, site: UseSite): string {
  if (site.values.length > 0)
    return (findDefined(context, site) ?? findNamedList(context, site))?.id ?? listInline(context, expression, site);
  context.collector.add("enum-values-missing", { name: site.property }, expression.place);
  return "Edm.String";
}

/**
 * Resolves a `String` to an enum if its description lists the values of an enum with a similar name, or states that
 * there are no other values and the values look like enum members. Otherwise it remains a string with an enum of its
 * listed values, because the service may extend them.
 */
function resolveString(context: LinkContext, expression: TypeExpression, site: UseSite): TypeUse {
  const { collection } = expression;
  if (site.values.length < 2) return { type: "Edm.String", collection, values: null };
  const defined = findDefined(context, site);
  const match = defined ?? findNamedList(context, site);
  const isLoose = site.supported === true || (defined === null && !site.values.some(isMember));
  if (match !== null && isLoose) return { type: "Edm.String", collection, values: match.id };
  if (match !== null) {
    context.collector.add("enum-of-string", { name: site.property, type: match.id }, expression.place);
    return { type: match.id, collection, values: null };
  }
  const values = listInline(context, expression, site);
  // If a page defines an enum with this name, the enum is the type of the property.
  const isDefined = context.symbols.byId.get(values.toLowerCase())?.kind === "enum";
  const isEnum = isDefined || site.values.some(isFuture) || (site.closed === true && site.values.every(isMember));
  return isEnum ? { type: values, collection, values: null } : { type: "Edm.String", collection, values };
}

/** Only an enum has a member that is reserved for future values. */
function isFuture({ name }: { readonly name: string }): boolean {
  return name.toLowerCase() === FUTURE_MEMBER.toLowerCase();
}

/** Enum members begin with a lower-case letter; other listed values often do not. */
function isMember({ name }: ListedValue): boolean {
  return /^[a-z][A-Za-z0-9]*$/.test(name);
}

/**
 * Finds the enum of a property that does not name it: a defined enum that has exactly the listed members and a similar
 * name, or one of the property's name that has at least these members.
 */
function findDefined(context: LinkContext, site: UseSite): DeclaredSymbol | null {
  return findSimilar(context.enumsByValues.get(valuesKey(site.values)) ?? [], site) ?? findNamesake(context, site);
}

/** Finds the enum that another row with the same name and the same values names. */
function findNamedList(context: LinkContext, site: UseSite): DeclaredSymbol | null {
  const named = context.namedLists.get(listKey(site.property, site.values));
  if (named === undefined) return null;
  const symbol =
    lookUp(context.symbols, named.type, named.namespace) ?? lookUpStub(context, named.type, named.namespace);
  return symbol?.kind === "enum" ? symbol : null;
}

/** A shorter end of a name is a common word. */
const SHORTEST_END = 8;

/** The most similar name: that of the property, one that ends or begins with it, or one that it ends with. */
function findSimilar(candidates: readonly DeclaredSymbol[], site: UseSite): DeclaredSymbol | null {
  const property = site.property.toLowerCase();
  const isSimilar: readonly ((name: string) => boolean)[] = [
    (name) => name === property || name === singular(property),
    (name) => name.endsWith(property),
    (name) => name.startsWith(property),
    (name) => name.length >= SHORTEST_END && property.endsWith(name),
  ];
  for (const test of isSimilar) {
    const similar = candidates.filter(({ name }) => test(name.toLowerCase()));
    const near = similar.find(({ namespace }) => namespace === site.namespace) ?? similar[0];
    if (near !== undefined) return near;
  }
  return null;
}

function findNamesake(context: LinkContext, { property, namespace, values }: UseSite): DeclaredSymbol | null {
  const symbol = lookUpName(context.symbols, property, namespace);
  const members = symbol?.kind === "enum" ? context.enumMembers.get(symbol.id.toLowerCase()) : undefined;
  return symbol !== null && members !== undefined && values.every(({ name }) => members.has(name)) ? symbol : null;
}

/** Returns a key for a property and its values in the spelling of the page. */
export function listKey(property: string, values: readonly { readonly name: string }[]): string {
  const names = values.map(({ name }) => name).filter((name) => name !== FUTURE_MEMBER);
  return [property.toLowerCase(), ...[...new Set(names)].sort(compareStrings)].join("\n");
}

/** Returns a key for a set of values, regardless of their order, case and of the member reserved for future values. */
export function valuesKey(values: readonly { readonly name: string }[]): string {
  const names = new Set(values.filter((value) => !isFuture(value)).map(({ name }) => name));
  return [...names]
    .map((name) => name.toLowerCase())
    .sort(compareStrings)
    .join("\n");
}

function listInline(context: LinkContext, expression: TypeExpression, site: UseSite): string {
  const id = listEnum(context, inlineEnumName(site), expression, site);
  if (context.symbols.byId.get(id.toLowerCase()) === undefined) context.inlineEnums.add(id.toLowerCase());
  return id;
}

function inlineEnumName({ owner, property }: UseSite): string {
  return `${simpleName(owner)}${upperFirst(property.replace(/^@/, "").replace(/[^\w]+(\w)/g, (_, letter: string) => letter.toUpperCase()))}`;
}

function listEnum(context: LinkContext, name: string, expression: TypeExpression, site: UseSite): string {
  const id = symbolId(site.namespace, name);
  const key = id.toLowerCase();
  const defined = context.symbols.byId.get(key);
  if (defined?.kind === "enum") {
    compareList(context, defined, expression, site);
    return defined.id;
  }
  const list: ListedEnum = { ...site, place: expression.place };
  append(context.listedEnums, key, list);
  const stub = context.stubs.get(key);
  if (stub?.kind === "enum") return stub.id;
  context.stubs.set(key, { kind: "enum", id, name, namespace: site.namespace, place: expression.place });
  return id;
}

function compareList(context: LinkContext, symbol: DeclaredSymbol, expression: TypeExpression, site: UseSite): void {
  if (site.values.length === 0) return;
  const list: ListedEnum = { ...site, place: expression.place };
  const listed = context.listedEnums.get(symbol.id.toLowerCase());
  if (listed !== undefined) listed.push(list);
  else context.comparedLists.push({ symbol, list });
}

/** Whether a name is defined by a page or already has a stub. */
export function isDefined(context: LinkContext, expression: TypeExpression, namespace: string): boolean {
  return lookUp(context.symbols, expression, namespace) !== null || lookUpStub(context, expression, namespace) !== null;
}

/** Whether an id belongs to an enum that a page defines or a sentence lists. */
export function isEnum(context: LinkContext, id: string): boolean {
  const symbol = context.symbols.byId.get(id.toLowerCase()) ?? context.stubs.get(id.toLowerCase());
  return symbol?.kind === "enum";
}

function lookUpStub(context: LinkContext, expression: TypeExpression, namespace: string): DeclaredSymbol | null {
  const name = expression.name.replace(/^#/, "").toLowerCase();
  const simple = name.slice(name.lastIndexOf(".") + 1);
  const ids = [name, `${namespace}.${simple}`.toLowerCase(), symbolId(context.symbols.root.toLowerCase(), simple)];
  return ids.map((id) => context.stubs.get(id)).find((stub) => stub !== undefined) ?? null;
}

/** `collection of users` names the type `user`. */
function lookUpPlural(context: LinkContext, expression: TypeExpression, namespace: string): DeclaredSymbol | null {
  if (!expression.collection || expression.target !== null) return null;
  return lookUpName(context.symbols, singular(expression.name), namespace);
}

/** Creates a symbol for a name that no page defines: an enum if its values are listed, otherwise an inferred type. */
function defineMissing(context: LinkContext, expression: TypeExpression, site: UseSite): string {
  const { name } = expression;
  const isDotted = /^#?(?:[A-Za-z]\w*\.)+[A-Za-z]\w*$/.test(name);
  const isNamed =
    (isDotted && !/^edm\./i.test(name)) ||
    (/^[A-Za-z]\w*$/.test(name) && (expression.target !== null || /^[a-z]+[A-Z]/.test(name)));
  if (!isNamed) {
    const suggestion = didYouMean(nearestNames(name, [...PRIMITIVE_NAMES, ...context.symbols.names], 1));
    context.collector.add("type-unreadable", { text: expression.text, suggestion }, expression.place);
    return UNKNOWN;
  }
  const simple = isDotted ? name.slice(name.lastIndexOf(".") + 1) : lowerFirst(name);
  if (site.values.length > 0) return listEnum(context, simple, expression, { ...site, namespace: spaceOf(name, site) });
  // A link's text may capitalize the name; type names begin with a lower-case letter.
  return defineStub(context, isDotted ? name : simple, expression, site.namespace).id;
}

/** Namespace of a qualified name, or that of the page. */
function spaceOf(name: string, { namespace }: UseSite): string {
  const qualifier = name.replace(/^#/, "").slice(0, Math.max(0, name.replace(/^#/, "").lastIndexOf(".")));
  return qualifier === "" ? namespace : qualifier;
}

/** Returns the symbol of a type that no page defines; creates it and reports it on first use. */
export function defineStub(
  context: LinkContext,
  name: string,
  { place }: Pick<TypeExpression, "place">,
  namespace: string,
): DeclaredSymbol {
  const bare = name.replace(/^#/, "");
  const dot = bare.lastIndexOf(".");
  const space = dot === -1 ? namespace : bare.slice(0, dot);
  const simple = bare.slice(dot + 1);
  const id = symbolId(space, simple);
  const existing = lookUpName(context.symbols, id, namespace) ?? context.stubs.get(id.toLowerCase());
  if (existing !== undefined) return existing;
  const symbol: DeclaredSymbol = { kind: "type", id, name: simple, namespace: space, place };
  context.stubs.set(id.toLowerCase(), symbol);
  const suggestion = didYouMean(nearestNames(simple, context.symbols.names, 1));
  context.collector.add("type-undefined", { name: id, suggestion }, place);
  return symbol;
}
