import type { Collector, Place } from "../diagnostics/diagnostic.ts";
import type { ListedValue, TypeExpression } from "../page/model.ts";
import type { PropertyModel } from "./model.ts";
import type { DeclaredSymbol, SymbolTable } from "./declare/symbols.ts";

/** Values that a sentence lists for an enum property, with the property and its owner. */
export interface ListedEnum {
  readonly owner: string;
  readonly property: string;
  readonly namespace: string;
  readonly values: readonly ListedValue[];
  readonly place: Place;
}

/** A mutable type that the steps of linking complete. */
export interface TypeBuilder {
  readonly symbol: DeclaredSymbol;
  readonly namespace: string;
  description: string;
  deprecated: string | null;
  base: string | null;
  keys: readonly string[];
  abstract: boolean;
  /** A page calls the type a base type. */
  readonly statedBase: boolean;
  open: boolean;
  readonly inferred: boolean;
  /** Properties by name. */
  readonly properties: Map<string, PropertyModel>;
  /** Ancestors that "Inherited from" remarks name, by property. */
  readonly inheritedFrom: Map<string, TypeExpression>;
  /** Additional pages that describe the type, each with the names of the properties it describes. */
  readonly parts: { readonly source: Place; readonly properties: readonly string[] }[];
}

/** The ids of the types in a cell such as `a or b`, which has the text and the place. */
export interface Alternatives {
  readonly owner: string;
  readonly property: string;
  readonly types: readonly string[];
  readonly text: string;
  readonly place: Place;
}

/** What examples show for a property: their places, by what they show. */
export interface ShownValues {
  readonly owner: TypeBuilder;
  readonly property: PropertyModel;
  readonly lists: Set<string>;
  readonly singles: Set<string>;
  readonly texts: Set<string>;
  readonly others: Set<string>;
}

/** Working data of one link run, passed to every step. */
export interface LinkContext {
  readonly symbols: SymbolTable;
  readonly collector: Collector;
  readonly types: Map<string, TypeBuilder>;
  /** Enums that only sentences define, by lower-case id. */
  readonly listedEnums: Map<string, ListedEnum[]>;
  /** Lists of values in the descriptions of properties whose enum is defined. */
  readonly comparedLists: { readonly symbol: DeclaredSymbol; readonly list: ListedEnum }[];
  /** Members of a documented type that examples show but no table states, by lower-case id. */
  readonly unstated: Map<string, Set<string>>;
  /** Values that examples show, by `type.property` in lower case. */
  readonly shownValues: Map<string, ShownValues>;
  /** Types that examples show where a property or body states another type, with these types, by lower-case id. */
  readonly substitutes: Map<string, Set<string>>;
  /** Lower-case ids of the enums that were named after an owner and a property. */
  readonly inlineEnums: Set<string>;
  /** Lower-case ids of the enums whose values can be combined, according to a table row. */
  readonly flagEnums: Set<string>;
  /** Texts of examples that may combine values of an enum, each with the enum's lower-case id. */
  readonly combinedTexts: { readonly id: string; readonly names: readonly string[] }[];
  /** Ids of the enums that pages use for a property, by `owner.property` in lower case. */
  readonly enumUses: Map<string, Set<string>>;
  /** Defined enums by the key of their values. */
  readonly enumsByValues: ReadonlyMap<string, readonly DeclaredSymbol[]>;
  /** Names of the members of defined enums, by lower-case id. */
  readonly enumMembers: ReadonlyMap<string, ReadonlySet<string>>;
  /** Enum types of rows that also list values, by property and values. */
  readonly namedLists: ReadonlyMap<string, { readonly type: TypeExpression; readonly namespace: string }>;
  /** Properties documented as `a or b`, with the ids of all alternatives. */
  readonly alternatives: Alternatives[];
  /** Symbols created for names that no page defines, by lower-case id. */
  readonly stubs: Map<string, DeclaredSymbol>;
}

/** A resolved use of a type. */
export interface TypeUse {
  readonly type: string;
  readonly collection: boolean;
  /** Enum of the values of a `String`, or null. */
  readonly values: string | null;
}
