import type { ColumnKind, SectionKind } from "./content/vocabulary.ts";
import { DEFAULT_NAMESPACE, type PermissionScheme } from "./model.ts";

/** Kinds of headings that a vocabulary can name; nothing is expected below an ignored one. */
export type HeadingKind = SectionKind | "ignored";

export const TITLE_KINDS = ["resource", "enum"] as const;
/** What a title can say that a page defines. */
export type TitleKind = (typeof TITLE_KINDS)[number];

/** Words that the docs of a service use besides those of the Microsoft Graph reference. */
export interface Vocabulary {
  /** Words before or after the name in the title of a page, by what the page defines. */
  readonly titles?: Readonly<Partial<Record<TitleKind, readonly string[]>>> | undefined;
  /** Headings of sections, by the kind of the section. */
  readonly headings?: Readonly<Partial<Record<HeadingKind, readonly string[]>>> | undefined;
  /** Titles of columns, by the kind of the column. */
  readonly columns?: Readonly<Partial<Record<ColumnKind, readonly string[]>>> | undefined;
  /** First cells of permissions tables, by the permission type. */
  readonly permissionTypes?: Readonly<Partial<Record<PermissionScheme, readonly string[]>>> | undefined;
  /** Cells of permissions tables that state that no permission exists. */
  readonly notSupported?: readonly string[] | undefined;
  /** Names of types in tables, each with the name that it stands for, such as a primitive. */
  readonly types?: Readonly<Record<string, string>> | undefined;
}

/** What differs between the docs of services. */
export interface Dialect {
  /** Namespace of pages without a `Namespace:` line. */
  readonly namespace: string;
  readonly vocabulary: Vocabulary;
}

/** The Microsoft Graph reference. */
export const GRAPH_DIALECT: Dialect = { namespace: DEFAULT_NAMESPACE, vocabulary: {} };
