import type { Diagnostic, Place } from "../diagnostics/diagnostic.ts";
import type { ExampleModel, HttpMethod, OperationKind, PermissionScheme } from "../page/model.ts";

export { PERMISSION_SCHEMES } from "../page/model.ts";
export type {
  ExampleModel,
  ExampleRequestModel,
  HttpMethod,
  JsonText,
  OperationKind,
  PermissionScheme,
} from "../page/model.ts";
export type { Json } from "../util/json.ts";

/** Version of the model's format; incremented if programs that read an older format would misread the new one. */
export const FORMAT_VERSION = 2;

/**
 * The intermediate model: everything the pages state, linked and named, as plain JSON.
 * Every emitter reads this and nothing else.
 */
export interface ApiModel {
  readonly formatVersion: typeof FORMAT_VERSION;
  /** Host and version that the examples use most, e.g. `https://graph.microsoft.com/v1.0`; null if there are none. */
  readonly baseUrl: string | null;
  readonly types: readonly TypeModel[];
  readonly enums: readonly EnumModel[];
  readonly operations: readonly OperationModel[];
  readonly diagnostics: readonly Diagnostic[];
}

/** A resource or complex type. `name` and `namespace` are wire names in wire casing. */
export interface TypeModel {
  readonly name: string;
  readonly namespace: string;
  /** TypeScript name, unique in the whole model. */
  readonly identifier: string;
  /** Module of the generated package without extension, e.g. `user` or `callRecords/session`. */
  readonly module: string;
  readonly kind: "entity" | "complex";
  /** `namespace.name` of the base type, or null. */
  readonly baseType: string | null;
  /** Names of the key properties that the page states. */
  readonly keys: readonly string[];
  readonly abstract: boolean;
  readonly open: boolean;
  /** The page's text about the deprecation, or null if the type is not deprecated. */
  readonly deprecated: string | null;
  readonly description: string;
  /** True if no resource page defines the type and it is inferred from operations and examples. */
  readonly inferred: boolean;
  readonly properties: readonly PropertyModel[];
  /** Additional pages that describe this type, each with the names of the properties it describes. */
  readonly parts: readonly TypePartModel[];
  readonly source: Place;
}

/** The part of a type that an additional page describes. */
export interface TypePartModel {
  readonly properties: readonly string[];
  readonly source: Place;
}

/** A property or relationship. `type` is `Edm.*`, `namespace.name` of a type or enum of the model, or `unknown`. */
export interface PropertyModel {
  readonly name: string;
  readonly type: string;
  readonly collection: boolean;
  /** Enum of the values that the docs list for an `Edm.String`, null if none; the service may add values. */
  readonly values: string | null;
  readonly relationship: boolean;
  readonly readOnly: boolean;
  readonly required: boolean;
  readonly nullable: boolean;
  /** True if the page marks it as inherited; if the base is defined, only the base lists the property. */
  readonly inherited: boolean;
  /** True if the property comes from an example and is not in a table. */
  readonly inferred: boolean;
  readonly deprecated: string | null;
  /** Default value as written on the page, or null. */
  readonly default: string | null;
  /** Markdown of one or more lines; links are absolute or reduced to their text. */
  readonly description: string;
  readonly source: Place;
}

export interface EnumModel {
  readonly name: string;
  readonly namespace: string;
  readonly identifier: string;
  readonly module: string;
  /** True if values can be combined and are sent as comma-separated text. */
  readonly flags: boolean;
  /** True if the docs do not name the enum; its name is then built from its owner and its property. */
  readonly inline: boolean;
  readonly description: string;
  readonly members: readonly EnumMemberModel[];
  readonly source: Place;
}

export interface EnumMemberModel {
  readonly name: string;
  /** TypeScript name; it depends on the wire name alone. */
  readonly identifier: string;
  readonly value: number | null;
  readonly description: string | null;
  readonly source: Place;
}

export interface OperationModel {
  /** Unique TypeScript name of the request function. */
  readonly name: string;
  readonly module: string;
  readonly kind: OperationKind;
  readonly summary: string;
  readonly description: string;
  readonly deprecated: string | null;
  /** One entry for each documented URL, in page order; the first is the default. */
  readonly requests: readonly RequestModel[];
  /** An entry for each permission type at least, or none if the page has no section about permissions. */
  readonly permissions: readonly PermissionModel[];
  readonly headers: readonly HeaderModel[];
  readonly query: readonly ParameterModel[];
  /** Function parameters, as the page's table describes them. */
  readonly functionParameters: readonly ParameterModel[];
  readonly requestBody: RequestBodyModel | null;
  readonly response: ResponseModel;
  readonly examples: readonly ExampleModel[];
  readonly source: Place;
}

export interface RequestModel {
  readonly method: HttpMethod;
  /**
   * Path from the version root in the page's casing, with the page's placeholders and no query, e.g.
   * `/reports/getEmailActivityUserDetail(period='{period_value}')`.
   */
  readonly path: string;
  /** Fixed query text that the page writes after `?`, verbatim, or null. */
  readonly queryText: string | null;
  readonly parameters: readonly PathParameterModel[];
  /** False if the page shortens or misspells the URL: the path is then as written, and no function calls it. */
  readonly callable: boolean;
  readonly source: Place;
}

export interface PathParameterModel {
  /** Unique in the request; a TypeScript identifier. */
  readonly name: string;
  /** Index (from 0) of the path segment that contains the placeholder. */
  readonly segment: number;
  /** The text in the path that the value replaces, e.g. `{id | userPrincipalName}` or `<address>`. */
  readonly placeholder: string;
  /** Offset of the placeholder in `path`, because the same text may occur twice. */
  readonly offset: number;
  /**
   * Position of the value: a key or other part of a segment (`segment`), a quoted function argument whose
   * quotes are in the path (`quoted`), an unquoted function argument (`literal`), or a file path after a colon
   * whose slashes are not encoded (`filePath`).
   */
  readonly form: "segment" | "quoted" | "literal" | "filePath";
  readonly type: string;
  /** Values that the docs list for an `Edm.String`; the service may add values. */
  readonly values: readonly string[];
  readonly description: string | null;
  /**
   * Parameter alias, such as `@path` of `/find(path=@path)?@path='{path}'`, in whose value the placeholder is. `offset`
   * is then its offset in `queryText`.
   */
  readonly alias?: string | undefined;
}

export interface PermissionModel {
  readonly scheme: PermissionScheme;
  /** All scopes that the page lists, least privileged first; empty if no scope is required, or none is known. */
  readonly scopes: readonly string[];
  /** The scope, or the scopes that are required together, with the least privileges. */
  readonly leastPrivileged: readonly string[];
  /** Sets of scopes, any one of which is sufficient, least privileged first; absent if each single scope is. */
  readonly alternatives?: readonly (readonly string[])[] | undefined;
  /** False only if the page states it; null if it is unknown, because the page does not state it clearly. */
  readonly supported: boolean | null;
  /** The resource or case that a separate table, row or column applies to, or null if there is none. */
  readonly resource: string | null;
  readonly source: Place;
}

export interface HeaderModel {
  readonly name: string;
  readonly required: boolean;
  readonly description: string;
  readonly source: Place;
}

export interface ParameterModel {
  readonly name: string;
  readonly type: string;
  readonly collection: boolean;
  /** Values that the docs list for an `Edm.String`; the service may add values. */
  readonly values: readonly string[];
  readonly required: boolean;
  readonly description: string;
  readonly source: Place;
}

export interface RequestBodyModel {
  /** `json`: properties or a type; `reference`: an `@odata.id` body; the others are sent unchanged. */
  readonly kind: "json" | "reference" | "binary" | "text" | "multipart";
  /**
   * Content type of the other form in which a `json` body can be sent, e.g. `text/plain` for text in MIME format; absent
   * if there is none.
   */
  readonly content?: string;
  /** True if the request can be sent without the body; absent otherwise. */
  readonly optional?: true;
  /** `namespace.name` or `Edm.*` of the whole body, or null if only the table describes it. */
  readonly type: string | null;
  readonly collection: boolean;
  /** Rows of the page's own body table, empty if it has none. */
  readonly properties: readonly PropertyModel[];
  /** The body also accepts the other writable properties of its type, or any properties if it has no type. */
  readonly others: boolean;
  /** Properties of which any one makes the required rows optional; empty if there is no such exception. */
  readonly unless: readonly string[];
  readonly description: string;
  readonly source: Place;
}

export interface ResponseModel {
  readonly status: number;
  /** Every success status that the section names, `status` first. */
  readonly statuses: readonly number[];
  /** `namespace.name`, `Edm.*`, `Edm.Stream`, `unknown`, or null if nothing is returned. */
  readonly type: string | null;
  readonly collection: boolean;
  readonly description: string;
  readonly source: Place;
}
