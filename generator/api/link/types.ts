import type { TypeDeclaration } from "../declare/declare.ts";
import type { LinkContext, TypeBuilder } from "../link-context.ts";
import { addRows, addSketch, inferredProperty } from "./properties.ts";
import { useShownTypes } from "./shown-types.ts";
import { entityId, type DeclaredSymbol } from "../declare/symbols.ts";

/** Creates a builder for every declared type and resolves its rows; several pages of one type are merged. */
export function addTypes(context: LinkContext, declarations: Iterable<TypeDeclaration>): void {
  const all = [...declarations];
  for (const declaration of all) context.types.set(declaration.symbol.id.toLowerCase(), emptyBuilder(declaration));
  for (const { symbol, statements } of all) {
    const draft = context.types.get(symbol.id.toLowerCase());
    if (draft === undefined) continue;
    for (const [index, { facts }] of statements.entries()) {
      addRows(context, draft, useShownTypes(facts.properties, facts.sketch));
      if (index > 0) draft.parts.push({ source: facts.source, properties: facts.properties.map(({ name }) => name) });
    }
    // The sample of an open type shows members that a caller may add, not properties.
    for (const { facts } of statements) if (!facts.open) addSketch(context, draft, facts.sketch);
  }
}

function emptyBuilder({ symbol, statements }: TypeDeclaration): TypeBuilder {
  const facts = statements.map((statement) => statement.facts);
  return {
    symbol,
    namespace: symbol.namespace,
    description: facts.find(({ description }) => description !== "")?.description ?? "",
    deprecated: facts[0]?.deprecated ?? null,
    base: null,
    keys: facts.find(({ keys }) => keys.length > 0)?.keys ?? [],
    abstract: facts.some(({ abstract }) => abstract),
    statedBase: facts.some(({ base }) => base === true),
    open: facts.some(({ open, extensible }) => open || extensible === true),
    inferred: false,
    properties: new Map(),
    inheritedFrom: new Map(),
    parts: [],
  };
}

/** Key of the type that all entities derive from. */
const KEY = "id";

/** Creates a builder for a type that no page defines; the root of all entities is known nevertheless. */
export function undefinedBuilder({ symbols }: Pick<LinkContext, "symbols">, symbol: DeclaredSymbol): TypeBuilder {
  const stub = stubBuilder(symbol);
  if (symbol.id.toLowerCase() !== entityId(symbols)) return stub;
  const key = inferredProperty(KEY, { type: "Edm.String", collection: false, values: null }, symbol.place);
  return {
    ...stub,
    open: false,
    keys: [KEY],
    properties: new Map([[KEY, { ...key, nullable: false, inferred: false }]]),
  };
}

/** Creates a builder for a type about which nothing is known. */
export function stubBuilder(symbol: DeclaredSymbol): TypeBuilder {
  return {
    symbol,
    namespace: symbol.namespace,
    description: "",
    deprecated: null,
    base: null,
    keys: [],
    abstract: false,
    statedBase: false,
    open: true,
    inferred: true,
    properties: new Map(),
    inheritedFrom: new Map(),
    parts: [],
  };
}
