/**
 * What a service's metadata document (CSDL) states. Names of types are qualified by their namespace; each `line` counts
 * from 1. Keys of maps are in lower case, as the docs may differ in case.
 *
 * @see https://docs.oasis-open.org/odata/odata-csdl-xml/v4.01/odata-csdl-xml-v4.01.html
 */
export interface Metadata {
  /** Path of the document as diagnostics show it. */
  readonly file: string;
  readonly types: ReadonlyMap<string, MetadataType>;
  readonly enums: ReadonlyMap<string, MetadataEnum>;
  /** Actions and functions by their names without a namespace; the overloads of a name together. */
  readonly operations: ReadonlyMap<string, readonly MetadataOperation[]>;
}

/** An element of the document that the docs may describe. */
export interface MetadataItem {
  readonly name: string;
  readonly deprecated: boolean;
  readonly line: number;
}

export interface MetadataType extends MetadataItem {
  readonly kind: "entity" | "complex";
  readonly base: string | null;
  readonly open: boolean;
  readonly properties: ReadonlyMap<string, MetadataProperty>;
}

export interface MetadataProperty extends MetadataItem, MetadataValue {
  readonly navigation: boolean;
  /** Whether the service sets the value, so that requests cannot. */
  readonly computed: boolean;
}

/** The type of a value. */
export interface MetadataValue {
  /** `Edm.*`, or the qualified name of a type or enum. */
  readonly type: string;
  readonly collection: boolean;
  readonly nullable: boolean;
}

export interface MetadataEnum extends MetadataItem {
  readonly members: ReadonlyMap<string, MetadataItem>;
}

export interface MetadataOperation extends MetadataItem {
  readonly kind: "action" | "function";
  /** Qualified name of the type that it is bound to, or null. */
  readonly bound: string | null;
  /** Parameters without the binding parameter. */
  readonly parameters: ReadonlyMap<string, MetadataItem & MetadataValue>;
}
