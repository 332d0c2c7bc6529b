import type {
  BearerAuth,
  OAuth2Auth,
  Oas3_1Schema,
  Oas3Example,
  Oas3Info,
  Oas3MediaType,
  Oas3Operation,
  Oas3Parameter,
  Oas3RequestBody,
  Oas3Response,
  OasRef,
} from "@redocly/openapi-core";
import { visibleText } from "../util/visible.ts";

/** Makes a type of the library read-only. */
type Immutable<T> = T extends object ? { readonly [K in keyof T]: Immutable<T[K]> } : T;

/** Items of the document by name. */
export type Named<T> = Readonly<Record<string, T>>;

export type Info = Immutable<Oas3Info>;
export type Reference = Immutable<OasRef>;
export type Example = Immutable<Oas3Example>;
export type SecurityScheme = Immutable<BearerAuth | OAuth2Auth>;
/** Alternatives, each with the scopes that it requires by security scheme. */
export type Security = readonly Named<readonly string[]>[];

/** An OpenAPI 3.1 document with the parts that a model provides. */
export interface OpenApiDocument {
  readonly openapi: "3.1.1";
  readonly info: Info;
  readonly servers: readonly { readonly url: string }[];
  readonly security: Security;
  readonly tags: readonly { readonly name: string; readonly description?: string }[];
  readonly paths: Named<PathItem>;
  readonly components: {
    readonly schemas: Named<Schema>;
    readonly parameters: Named<Parameter>;
    readonly responses: Named<Response>;
    readonly securitySchemes: Named<SecurityScheme>;
  };
}

/** A JSON Schema of draft 2020-12. */
export interface Schema extends Immutable<Oas3_1Schema> {
  readonly "x-enum-descriptions"?: readonly string[];
  /** The page's explanation of a deprecation. */
  readonly "x-deprecated"?: string;
  readonly "x-source"?: string;
}

export type HttpMethodKey = "get" | "put" | "post" | "delete" | "patch";
export type PathItem = Readonly<Partial<Record<HttpMethodKey, Operation>>>;

export interface Operation extends Immutable<Pick<Oas3Operation, "tags" | "summary" | "description" | "deprecated">> {
  readonly operationId: string;
  readonly parameters?: readonly (Parameter | Reference)[];
  readonly requestBody?: RequestBody;
  readonly responses: Named<Response | Reference>;
  readonly security?: Security;
  readonly "x-deprecated"?: string;
  readonly "x-permissions"?: readonly Permission[];
  /** The response is a page of items, which names the URL of the next one. */
  readonly "x-ms-pageable"?: { readonly nextLinkName: string; readonly itemName: string };
  /** The operation continues after the response, a header of which names the URL of its monitor. */
  readonly "x-ms-long-running-operation"?: true;
  readonly "x-ms-long-running-operation-options"?: { readonly "final-state-via": string };
  /** Every page that documents this method of this URL; the first one provides the `operationId`. */
  readonly "x-pages": readonly { readonly operation: string; readonly source: string }[];
}

/** What a page states about a permission type. */
export interface Permission {
  readonly scheme: string;
  readonly scopes: readonly string[];
  readonly leastPrivileged: readonly string[];
  /** Sets of scopes, any one of which is sufficient; absent if each scope is. */
  readonly alternatives?: readonly (readonly string[])[];
  /** Null if the page does not state it clearly. */
  readonly supported: boolean | null;
  readonly resource?: string;
}

export interface Parameter extends Immutable<Oas3Parameter<Oas3_1Schema>> {
  readonly in: "path" | "query" | "header";
  /** Set if slashes in the value are not encoded. */
  readonly "x-ms-skip-url-encoding"?: true;
}

export interface RequestBody extends Immutable<Omit<Oas3RequestBody<Oas3_1Schema>, "content">> {
  readonly content: Named<MediaType>;
}

export interface Response extends Immutable<Omit<Oas3Response<Oas3_1Schema>, "content">> {
  readonly content?: Named<MediaType>;
}

export interface MediaType extends Immutable<Omit<Oas3MediaType<Oas3_1Schema>, "schema" | "examples">> {
  readonly schema?: Schema;
  readonly examples?: Named<Example>;
  /** Examples of the docs that the schema does not allow. */
  readonly "x-contradicting-examples"?: Named<Example>;
}

/** The description as a member of an object, which is empty if the description is. */
export function described(description: string | null): { readonly description?: string } {
  return description === null || description === "" ? {} : { description: visibleText(description) };
}
