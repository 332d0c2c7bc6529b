import type { Place } from "../diagnostics/diagnostic.ts";
import type { Json } from "../util/json.ts";

/** Namespace of a page without a `Namespace:` line. */
export const DEFAULT_NAMESPACE = "microsoft.graph";

/** Facts of one page: plain JSON with places; names are not resolved yet. */
export interface Page {
  readonly path: string;
  /** Text of the `#` heading. */
  readonly title: string;
  /** From the `Namespace:` line, or null. */
  readonly namespace: string | null;
  readonly types: readonly TypeFacts[];
  readonly enums: readonly EnumFacts[];
  readonly operation: OperationFacts | null;
  /** Operations with other methods, if the headings of the page separate their requests. */
  readonly otherOperations?: readonly OperationFacts[];
  /** Rows of a Methods table: which page describes an operation of this resource, and what it returns. */
  readonly methods: readonly MethodFacts[];
  /** Undefined if the dialect knows all headings and tables. */
  readonly unknown?: UnknownWords;
}

/** Headings and tables that the dialect does not know. */
export interface UnknownWords {
  readonly headings: readonly string[];
  /** Column titles of tables. */
  readonly tables: readonly { readonly title: string; readonly place: Place }[];
  /** Number of headings that the dialect knows. */
  readonly known: number;
}

/** All operations that a page describes. */
export function operationsOf({ operation, otherOperations = [] }: Page): readonly OperationFacts[] {
  return operation === null ? [] : [operation, ...otherOperations];
}

/** Names of the primitives that these docs use, as a page writes them. */
export const PRIMITIVE_NAMES: readonly string[] = [
  ...["String", "Boolean", "Byte", "SByte", "Int16", "Int32", "Int64", "Single", "Double", "Decimal"],
  ...["Guid", "DateTimeOffset", "Date", "TimeOfDay", "Duration", "Binary", "Stream"],
];

/** A parsed type, such as `[user](user.md) collection`. */
export interface TypeExpression {
  /** The text as written, for messages. */
  readonly text: string;
  /** Name without collection words, e.g. `user` or `microsoft.graph.callRecords.session`; "" if there is none. */
  readonly name: string;
  /** Edm type if the name is a primitive in any spelling, e.g. `Edm.Int32`. */
  readonly primitive: string | null;
  /** Linked page, relative to the docs folder, lower case; null if there is no link to a page. */
  readonly target: string | null;
  /** Anchor of the link without `#`, lower case. */
  readonly anchor: string | null;
  readonly collection: boolean;
  /** Whether values may be null, if the text states it. */
  readonly nullable?: boolean;
  /** Only the plural in a sentence indicates a collection. */
  readonly loosePlural?: boolean;
  /** The cell contains only "Enumeration". */
  readonly enumeration: boolean;
  /** Further types of `a or b`. */
  readonly alternatives: readonly TypeExpression[];
  readonly place: Place;
}

/** Enum values that a sentence lists, or a table for a property. */
export interface ListedValue {
  readonly name: string;
  readonly description: string | null;
  /** Number and place, if a table contains the value. */
  readonly value?: number | null;
  readonly source?: Place;
}

export interface PropertyFacts {
  readonly name: string;
  readonly type: TypeExpression;
  readonly relationship: boolean;
  readonly readOnly: boolean;
  readonly required: boolean;
  /** Null if the page does not state it. */
  readonly nullable: boolean | null;
  readonly key: boolean;
  readonly deprecated: string | null;
  readonly default: string | null;
  /** The type that an "Inherited from" remark names. */
  readonly inheritedFrom: TypeExpression | null;
  /** Values that the description lists; may be empty. */
  readonly values: readonly ListedValue[];
  /** The description calls its values the possible ones, so the list is complete. */
  readonly closed: boolean;
  /** The description lists the values that are supported or allowed, of which there may be more. */
  readonly supported?: boolean;
  /** The description allows several values, separated by commas. */
  readonly combined: boolean;
  readonly description: string;
  readonly source: Place;
}

/** A resource or complex type that a page defines. */
export interface TypeFacts {
  readonly name: string;
  /** The name in the title if that is the plural of the type's name: links and sentences may use it. */
  readonly plural?: string;
  /** Namespace stated with the name, or null. */
  readonly namespace: string | null;
  readonly description: string;
  readonly deprecated: string | null;
  /** `baseType` of the annotation; undefined if it is absent, null if it is null or empty. */
  readonly annotatedBase?: string | null;
  /** Base that a sentence names. */
  readonly statedBase: TypeExpression | null;
  /** Types that the page lists as derived from this one. */
  readonly derived: readonly TypeExpression[];
  readonly keys: readonly string[];
  readonly abstract: boolean;
  /** The page calls the type a base type. */
  readonly base?: boolean;
  readonly open: boolean;
  /** The page states that callers may add properties of their own. */
  readonly extensible?: boolean;
  readonly properties: readonly PropertyFacts[];
  /** Top-level members of the JSON representation. */
  readonly sketch: readonly SketchMember[];
  /** `page` for the type that the title names, `section` for a further type of the same page. */
  readonly form: "page" | "section";
  readonly source: Place;
}

/** A member of a JSON representation: its name and the type that its sample value implies. */
export interface SketchMember {
  readonly name: string;
  readonly type: TypeExpression;
  readonly values: readonly ListedValue[];
}

export interface EnumFacts {
  readonly name: string;
  readonly namespace: string | null;
  readonly description: string;
  readonly flags: boolean;
  readonly members: readonly EnumMemberFacts[];
  /** `page` for an enum page, `section` for a value table below a heading of another page. */
  readonly form: "page" | "section";
  readonly source: Place;
}

export interface EnumMemberFacts extends ListedValue {
  readonly value: number | null;
  readonly source: Place;
}

export interface MethodFacts {
  /** Linked page, relative to the docs folder, lower case. */
  readonly target: string;
  readonly title: string;
  readonly returns: TypeExpression | null;
  readonly source: Place;
}

export type HttpMethod = "GET" | "POST" | "PATCH" | "PUT" | "DELETE";

/** One `METHOD url` line. */
export interface RequestFacts {
  readonly method: HttpMethod;
  readonly path: string;
  readonly queryText: string | null;
  readonly parameters: readonly PathParameterFacts[];
  /** False if no service has such a URL; the path is then as written. */
  readonly callable: boolean;
  readonly source: Place;
}

export interface PathParameterFacts {
  readonly name: string;
  readonly segment: number;
  readonly placeholder: string;
  readonly offset: number;
  readonly form: "segment" | "quoted" | "literal" | "filePath";
  /** Name of the function argument, or null for a key. */
  readonly argument: string | null;
  /** Parameter alias, such as `@path`, in whose value the placeholder stands; `offset` then counts in the query text. */
  readonly alias?: string;
}

/** Who signs in: a work account, a personal account or the application itself. */
export const PERMISSION_SCHEMES = ["delegatedWork", "delegatedPersonal", "application"] as const;

export type PermissionScheme = (typeof PERMISSION_SCHEMES)[number];

export interface PermissionFacts {
  readonly scheme: PermissionScheme;
  readonly scopes: readonly string[];
  readonly leastPrivileged: readonly string[];
  /** Sets of scopes, any one of which is sufficient; absent if each scope is. */
  readonly alternatives?: readonly (readonly string[])[];
  /** False only if the page states it; null if the page does not state it clearly. */
  readonly supported: boolean | null;
  readonly resource: string | null;
  readonly source: Place;
}

export interface ParameterFacts {
  readonly name: string;
  readonly type: TypeExpression;
  readonly required: boolean;
  readonly values: readonly ListedValue[];
  readonly description: string;
  readonly source: Place;
}

export interface HeaderFacts {
  readonly name: string;
  readonly required: boolean;
  readonly description: string;
  readonly source: Place;
}

export interface RequestBodyFacts {
  /** The section states that the request has no body. */
  readonly none: boolean;
  /** The section states that the request needs no body, but examples send one. */
  readonly optional?: true;
  /** Type that a sentence names. */
  readonly type: TypeExpression | null;
  /** The body is the item to create in the collection of the URL, without a name of its type. */
  readonly created?: true;
  readonly properties: readonly PropertyFacts[];
  /** Undefined if the section states nothing about what a body needs. */
  readonly needs?: BodyNeeds;
  readonly description: string;
  readonly source: Place;
}

/** What a Request body section states about the properties that a body needs, apart from the marks of its rows. */
export interface BodyNeeds {
  /** Rows of the tables whose introduction calls all rows required, without those that state a condition. */
  readonly listed: readonly string[];
  /** Rows that state that a create requires them. */
  readonly onCreate: readonly string[];
  /** The section allows properties that its tables do not list. */
  readonly others: boolean;
  /** The section states that properties which an update omits keep their values. */
  readonly keeps: boolean;
  /** The section states exceptions, in which the listed rows are not required. */
  readonly isLifted: boolean;
  /** Properties whose presence is such an exception; empty if the exceptions cannot be read. */
  readonly unless: readonly string[];
}

export interface ResponseFacts {
  readonly statuses: readonly number[];
  readonly none: boolean;
  readonly type: TypeExpression | null;
  /** Rows of a table that lists the members of the body. */
  readonly members: readonly PropertyFacts[];
  readonly description: string;
  readonly source: Place;
}

/** Purpose of an operation. */
export type OperationKind =
  | "list"
  | "get"
  | "create"
  | "update"
  | "upsert"
  | "replace"
  | "delete"
  | "action"
  | "function"
  | "delta"
  | "count"
  | "getContent"
  | "putContent"
  | "addReference"
  | "setReference"
  | "removeReference";

/** Name of an operation, which depends only on its own page. */
export interface OperationName {
  /** Resource in the casing of the page, e.g. `windowsAutopilotDeviceIdentity`. */
  readonly resource: string;
  readonly name: string;
  /** Longer name, used if names conflict; may be equal to `name`. */
  readonly qualified: string;
  /** The page is about a part of the resource: a page about the type of that part has a better claim to the name. */
  readonly yields?: true;
}

export interface OperationFacts {
  /** Purpose according to this page alone: a `get` that returns a collection becomes a `list` later. */
  readonly kind: OperationKind;
  readonly naming: OperationName;
  readonly summary: string;
  readonly description: string;
  readonly deprecated: string | null;
  /** First type to which the introduction links. */
  readonly subject: TypeExpression | null;
  readonly requests: readonly RequestFacts[];
  readonly permissions: readonly PermissionFacts[];
  readonly headers: readonly HeaderFacts[];
  readonly query: readonly ParameterFacts[];
  readonly functionParameters: readonly ParameterFacts[];
  readonly pathParameters: readonly ParameterFacts[];
  readonly requestBody: RequestBodyFacts | null;
  readonly response: ResponseFacts | null;
  readonly examples: readonly ExampleFacts[];
  readonly source: Place;
}

/** A request and its response as documented on the page. */
export interface ExampleModel {
  readonly title: string | null;
  readonly request: ExampleRequestModel | null;
  readonly response: ExampleResponseModel | null;
  readonly source: Place;
}

export interface ExampleRequestModel {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Parsed JSON, the raw text if it is not JSON, or null if there is no body. */
  readonly body: Json;
  readonly bodyJson: JsonText | null;
  readonly source: Place;
}

/** Source text of a JSON body. */
export interface JsonText {
  readonly text: string;
  /** Repaired text with unchanged offsets if the text of the page is not valid JSON, otherwise null. */
  readonly repaired: string | null;
  /** Beginning of the text; all of its lines begin in the same column. */
  readonly place: Place;
}

export interface ExampleResponseModel {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Json;
  readonly bodyJson: JsonText | null;
  /** The annotation marks the response as truncated. */
  readonly truncated: boolean;
  readonly source: Place;
}

/** An example with the return type that the annotation of its response states. */
export interface ExampleFacts extends ExampleModel {
  readonly returns: TypeExpression | null;
}
