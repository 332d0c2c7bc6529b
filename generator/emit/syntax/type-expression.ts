import type { EnumStyle } from "../../settings.ts";
import type { Doc } from "./doc.ts";

/** A name that a module of the package exports, or a global of the platform. */
export interface TypeSymbol {
  readonly name: string;
  /** Name under which other modules import it. */
  readonly local: string;
  /** Path relative to `src` without extension, or null for a global. */
  readonly module: string | null;
}

/** A type as data, before it is printed. */
export type TypeExpression =
  | {
      readonly kind: "keyword";
      readonly text: "string" | "number" | "boolean" | "unknown" | "object" | "void" | "null" | "undefined" | "never";
    }
  | { readonly kind: "literal"; readonly value: string }
  /** Any string, with the other members of the union as hints. */
  | { readonly kind: "openString" }
  /** The wire values of an enum. */
  | { readonly kind: "enumValue"; readonly symbol: TypeSymbol; readonly style: EnumStyle }
  | { readonly kind: "reference"; readonly symbol: TypeSymbol; readonly arguments: readonly TypeExpression[] }
  | { readonly kind: "array"; readonly item: TypeExpression }
  | { readonly kind: "union"; readonly items: readonly TypeExpression[] }
  | { readonly kind: "intersection"; readonly items: readonly TypeExpression[] }
  | { readonly kind: "object"; readonly members: readonly Member[] };

/** A property of an interface or an object type. */
export interface Member {
  readonly name: string;
  readonly type: TypeExpression;
  readonly optional: boolean;
  readonly doc: Doc;
}

/** Parameter of a generic declaration. */
export interface TypeParameter {
  readonly symbol: TypeSymbol;
  /** Its constraint, which is also its default. */
  readonly bound: TypeExpression;
}

export const STRING: TypeExpression = { kind: "keyword", text: "string" };
export const NUMBER: TypeExpression = { kind: "keyword", text: "number" };
export const BOOLEAN: TypeExpression = { kind: "keyword", text: "boolean" };
export const UNKNOWN: TypeExpression = { kind: "keyword", text: "unknown" };
export const VOID: TypeExpression = { kind: "keyword", text: "void" };
export const NULL: TypeExpression = { kind: "keyword", text: "null" };
export const UNDEFINED: TypeExpression = { kind: "keyword", text: "undefined" };
export const NEVER: TypeExpression = { kind: "keyword", text: "never" };
export const OBJECT: TypeExpression = { kind: "keyword", text: "object" };

/** A reference to a type, with its type arguments. */
export function reference(symbol: TypeSymbol, ...args: readonly TypeExpression[]): TypeExpression {
  return { kind: "reference", symbol, arguments: args };
}

/** Joins types by `|`. A single type is returned unchanged, and `unknown` absorbs all others. */
export function union(items: readonly TypeExpression[]): TypeExpression {
  if (items.includes(UNKNOWN)) return UNKNOWN;
  const [first] = items;
  return items.length === 1 && first !== undefined ? first : { kind: "union", items };
}

/** Joins types by `&`. A single type is returned unchanged. */
export function intersection(items: readonly TypeExpression[]): TypeExpression {
  const [first] = items;
  return items.length === 1 && first !== undefined ? first : { kind: "intersection", items };
}

/** Every symbol that a type refers to. */
export function symbolsOf(type: TypeExpression): readonly TypeSymbol[] {
  switch (type.kind) {
    case "keyword":
    case "literal":
    case "openString":
      return [];
    case "enumValue":
      return [type.symbol];
    case "reference":
      return [type.symbol, ...type.arguments.flatMap(symbolsOf)];
    case "array":
      return symbolsOf(type.item);
    case "union":
    case "intersection":
      return type.items.flatMap(symbolsOf);
    case "object":
      return type.members.flatMap((member) => symbolsOf(member.type));
  }
}
