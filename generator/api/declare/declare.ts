import pluralize from "pluralize";
import { createCollector, type Collector, type Result } from "../../diagnostics/diagnostic.ts";
import { DEFAULT_NAMESPACE, type EnumFacts, type Page, type TypeFacts } from "../../page/model.ts";
import { append } from "../../util/group.ts";
import { ownName, separateNamesakes } from "./namesakes.ts";
import { buildSymbolTable, symbolId, type DeclaredSymbol, type SymbolTable } from "./symbols.ts";

/** All statements about one type; the one with the most properties is first. */
export interface TypeDeclaration {
  readonly symbol: DeclaredSymbol;
  readonly statements: readonly { readonly page: Page; readonly facts: TypeFacts }[];
}

/** All statements about one enum; the one with the most members is first. In a tie, an enum page is first. */
export interface EnumDeclaration {
  readonly symbol: DeclaredSymbol;
  readonly statements: readonly { readonly page: Page; readonly facts: EnumFacts }[];
}

export interface Declarations {
  readonly types: ReadonlyMap<string, TypeDeclaration>;
  readonly enums: ReadonlyMap<string, EnumDeclaration>;
  readonly symbols: SymbolTable;
}

/** Namespace of a page. */
export function namespaceOf(page: Page): string {
  return page.namespace ?? DEFAULT_NAMESPACE;
}

/**
 * Collects the types and enums that pages define. Input: the facts of all pages. Output: one symbol for each name with
 * all statements about it, and an index of the symbols. A name that several pages define results in a diagnostic.
 *
 * @param root namespace of the service
 */
export function declare(pages: readonly Page[], root: string): Result<Declarations> {
  const collector = createCollector();
  const types = group(
    pages,
    (page) => page.types,
    (facts) => facts.properties.length,
  );
  const enums = group(
    pages,
    (page) => page.enums,
    (facts) => facts.members.length + (facts.form === "page" ? 0.5 : 0),
  );
  const declaredTypes = new Map<string, TypeDeclaration>();
  const declaredEnums = new Map<string, EnumDeclaration>();
  for (const [key, statements] of types) declaredTypes.set(key, { symbol: toSymbol("type", statements), statements });
  for (const [key, statements] of enums) {
    // A value table under a heading with a type's name documents a property of that name, not another symbol.
    if (declaredTypes.has(key)) continue;
    for (const declaration of declareEnums(statements, (id) => !types.has(id) && !enums.has(id), collector)) {
      declaredEnums.set(declaration.symbol.id.toLowerCase(), declaration);
    }
  }
  const all = [...declaredTypes.values(), ...declaredEnums.values()];
  reportRepeated(all, collector);
  const uses = all.flatMap(({ symbol, statements }) =>
    statements.map(({ page, facts }) => ({
      file: page.path,
      symbol,
      stated: facts.name,
      isTitle: facts.form === "page",
      aliases: "plural" in facts ? [facts.plural, pluralize.plural(facts.name)] : [],
    })),
  );
  const symbols = buildSymbolTable(
    all.map(({ symbol }) => symbol),
    uses,
    root,
  );
  return collector.wrap({ types: declaredTypes, enums: declaredEnums, symbols });
}

function reportRepeated(all: readonly (TypeDeclaration | EnumDeclaration)[], collector: Collector): void {
  for (const { symbol, statements } of all) {
    for (const { facts } of statements.slice(1)) {
      const related = [{ message: `${symbol.name} is defined here first`, place: symbol.place }];
      collector.add("symbol-defined-twice", { kind: symbol.kind, name: symbol.id }, facts.source, related);
    }
  }
}

/** One enum for each group of statements that describe the same one. */
function declareEnums(
  statements: readonly Statement<EnumFacts>[],
  isFree: (id: string) => boolean,
  collector: Collector,
): readonly EnumDeclaration[] {
  const [main] = statements;
  const namespace = main === undefined ? "" : (main.facts.namespace ?? namespaceOf(main.page));
  const groups = separateNamesakes(statements, (name) => isFree(symbolId(namespace, name).toLowerCase()));
  return groups.map((group, index) => {
    const symbol = toSymbol("enum", group);
    const name = index === 0 || group[0] === undefined ? null : ownName(group[0]);
    if (name === null) return { symbol, statements: group };
    collector.add("enum-name-shared", { name: symbol.id, used: name }, symbol.place);
    return { symbol: { ...symbol, name, id: symbolId(namespace, name) }, statements: group };
  });
}

interface Named {
  readonly name: string;
  readonly namespace: string | null;
  readonly source: { readonly file: string; readonly line: number; readonly column: number };
}

interface Statement<T> {
  readonly page: Page;
  readonly facts: T;
}

function group<T extends Named>(
  pages: readonly Page[],
  factsOf: (page: Page) => readonly T[],
  weight: (facts: T) => number,
): ReadonlyMap<string, readonly Statement<T>[]> {
  const groups = new Map<string, Statement<T>[]>();
  for (const page of pages) {
    for (const facts of factsOf(page)) {
      const key = symbolId(facts.namespace ?? namespaceOf(page), facts.name).toLowerCase();
      append(groups, key, { page, facts });
    }
  }
  for (const list of groups.values()) list.sort((a, b) => weight(b.facts) - weight(a.facts));
  return groups;
}

function toSymbol<T extends Named>(kind: DeclaredSymbol["kind"], statements: readonly Statement<T>[]): DeclaredSymbol {
  const [first] = statements;
  if (first === undefined) throw new Error("expected a statement for each symbol");
  const namespace = first.facts.namespace ?? namespaceOf(first.page);
  const { name } = first.facts;
  return { kind, id: symbolId(namespace, name), name, namespace, place: first.facts.source };
}
