import type { Place } from "../../diagnostics/diagnostic.ts";
import type { TypeExpression } from "../../page/model.ts";
import { append } from "../../util/group.ts";

/** A type or an enum that a page defines. */
export interface DeclaredSymbol {
  readonly kind: "type" | "enum";
  /** `namespace.name` in wire casing. */
  readonly id: string;
  readonly name: string;
  readonly namespace: string;
  readonly place: Place;
}

/** A page that defines a symbol. */
export interface SymbolUse {
  readonly file: string;
  readonly symbol: DeclaredSymbol;
  /** Whether the title of the page names the symbol. */
  readonly isTitle: boolean;
  /** Name on that page. */
  readonly stated: string;
  /** Other names of the symbol. */
  readonly aliases: readonly string[];
}

/** All names that the docs define, by id, by name and by page; keys are in lower case. */
export interface SymbolTable {
  readonly byId: ReadonlyMap<string, DeclaredSymbol>;
  readonly byName: ReadonlyMap<string, readonly DeclaredSymbol[]>;
  readonly byFile: ReadonlyMap<string, readonly DeclaredSymbol[]>;
  /** The types that the titles of pages name, by page. */
  readonly byTitle: ReadonlyMap<string, DeclaredSymbol>;
  /** Symbols that a page names differently, by page and that name. */
  readonly byPageName: ReadonlyMap<string, DeclaredSymbol>;
  /** Every name once, in wire casing. */
  readonly names: readonly string[];
  /** Namespace of the service; the namespaces of its parts begin with it. */
  readonly root: string;
}

/** Lower-case id of the type that all entities derive from; its only property is the key. */
export function entityId({ root }: SymbolTable): string {
  return `${root.toLowerCase()}.entity`;
}

/** Returns `namespace.name`. */
export function symbolId(namespace: string, name: string): string {
  return `${namespace}.${name}`;
}

/** Indexes symbols. If several have the same id, the id refers to the first one, but each file to its own. */
export function buildSymbolTable(
  symbols: readonly DeclaredSymbol[],
  uses: readonly SymbolUse[],
  root: string,
): SymbolTable {
  const byId = new Map<string, DeclaredSymbol>();
  const byName = new Map<string, DeclaredSymbol[]>();
  for (const symbol of symbols) {
    const id = symbol.id.toLowerCase();
    if (byId.has(id)) continue;
    byId.set(id, symbol);
    append(byName, symbol.name.toLowerCase(), symbol);
  }
  for (const { symbol, aliases } of uses) {
    for (const alias of aliases) {
      const id = symbolId(symbol.namespace, alias).toLowerCase();
      if (byId.has(id)) continue;
      byId.set(id, symbol);
      append(byName, alias.toLowerCase(), symbol);
    }
  }
  const byFile = new Map<string, DeclaredSymbol[]>();
  const byTitle = new Map<string, DeclaredSymbol>();
  const byPageName = new Map<string, DeclaredSymbol>();
  for (const { file, symbol, stated, isTitle } of uses) {
    append(byFile, file.toLowerCase(), symbol);
    if (symbol.kind === "enum" && stated !== symbol.name) byPageName.set(pageName(file, stated), symbol);
    if (isTitle && symbol.kind === "type") byTitle.set(file.toLowerCase(), symbol);
  }
  const names = [...new Set([...byName.values()].flatMap(([first]) => first?.name ?? []))];
  return { byId, byName, byFile, byTitle, byPageName, names, root };
}

/**
 * Finds the symbol of a documented type: by the page it links to, then by name in the page's namespace, then in the
 * namespace of the service, then in all namespaces if the name is unique.
 *
 * @param table all names
 * @param expression the type as documented
 * @param namespace namespace of the page that contains it
 */
export function lookUp(table: SymbolTable, expression: TypeExpression, namespace: string): DeclaredSymbol | null {
  const own = table.byPageName.get(pageName(expression.target ?? expression.place.file, simpleName(expression)));
  if (own !== undefined) return own;
  if (expression.target !== null) {
    const linked = lookUpFile(table, expression);
    if (linked !== null) return linked;
  }
  return lookUpName(table, expression.name, namespace);
}

/**
 * Drops the link of a type cell if its text is the name of a different type, because the link then leads to the wrong
 * page. A text such as `photo` for the type `profilePhoto` only abbreviates the name on the linked page.
 */
export function withoutWrongLink(table: SymbolTable, expression: TypeExpression, namespace: string): TypeExpression {
  const linked = expression.target === null ? null : lookUpFile(table, expression);
  if (linked === null) return expression;
  const simple = simpleName(expression);
  if (linked.name.toLowerCase().includes(simple) || lookUpName(table, expression.name, namespace) === null) {
    return expression;
  }
  return { ...expression, target: null, anchor: null };
}

function pageName(file: string, name: string): string {
  return `${file}\n${name}`.toLowerCase();
}

function simpleName({ name }: Pick<TypeExpression, "name">): string {
  return name.slice(name.lastIndexOf(".") + 1).toLowerCase();
}

function lookUpFile(table: SymbolTable, { target, anchor, name }: TypeExpression): DeclaredSymbol | null {
  const defined = table.byFile.get(target ?? "") ?? [];
  const anchored = anchor === null ? undefined : /^(.*?)-(?:values?|enum)$/.exec(anchor)?.[1];
  if (anchored !== undefined) {
    const found = defined.find(
      (symbol) => symbol.kind === "enum" && symbol.name.toLowerCase() === anchored.replaceAll("-", ""),
    );
    if (found !== undefined) return found;
  }
  const simple = simpleName({ name });
  const words = [simple, anchor ?? ""].map((text) => text.replace(/[^\w.]/g, ""));
  const named = defined.find((symbol) => words.includes(symbol.name.toLowerCase()));
  if (named !== undefined) return named;
  if (anchored !== undefined) return null;
  // A link to a page refers to the type of its title, regardless of the text; further types and enums are ambiguous.
  const titled = table.byTitle.get(target ?? "");
  const [only, ...others] = defined;
  return titled ?? (only?.kind === "enum" && others.length === 0 ? only : null);
}

/** Finds a name in the notation of annotations and JSON: `microsoft.graph.user`, `#microsoft.graph.user` or `user`. */
export function lookUpName(table: SymbolTable, name: string, namespace: string): DeclaredSymbol | null {
  const bare = name.replace(/^#/, "").toLowerCase();
  if (bare === "") return null;
  const exact = table.byId.get(bare);
  if (exact !== undefined) return exact;
  const simple = bare.slice(bare.lastIndexOf(".") + 1);
  for (const space of [namespace, table.root]) {
    const found = table.byId.get(`${space.toLowerCase()}.${simple}`);
    if (found !== undefined && (bare === simple || matchesNamespace(bare, found))) return found;
  }
  const anywhere = table.byName.get(simple) ?? [];
  const [only] = anywhere;
  return only !== undefined && anywhere.length === 1 && (bare === simple || matchesNamespace(bare, only)) ? only : null;
}

/** A qualified name may omit a part of the namespace (`graph.x`), but cannot have a different namespace. */
function matchesNamespace(dotted: string, symbol: DeclaredSymbol): boolean {
  const space = dotted.slice(0, dotted.lastIndexOf("."));
  return (
    symbol.namespace.toLowerCase().startsWith(space) ||
    symbol.namespace.toLowerCase().endsWith(space) ||
    space.startsWith(symbol.namespace.toLowerCase())
  );
}
