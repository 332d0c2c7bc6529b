import type { Json } from "../api/model.ts";

/** The part of OpenAPI 3.1 that a model gives. @see https://spec.openapis.org/oas/v3.1.1.html */
export interface OpenApiDocument {
  readonly openapi: "3.1.1";
  readonly info: Info;
  readonly servers: readonly { readonly url: string }[];
  readonly security: readonly Named<readonly string[]>[];
  readonly tags: readonly { readonly name: string }[];
  readonly paths: Named<PathItem>;
  readonly components: {
    readonly schemas: Named<Schema>;
    readonly parameters: Named<Parameter>;
    readonly responses: Named<Response>;
    readonly securitySchemes: Named<SecurityScheme>;
  };
}

/** Name and version of the document. */
export interface Info {
  readonly title: string;
  readonly version: string;
}

/** Things by name, as the document holds them. */
export type Named<T> = Readonly<Record<string, T>>;

export interface Reference {
  readonly $ref: string;
}

export type SchemaType = "string" | "number" | "integer" | "boolean" | "array" | "object" | "null";

/** JSON Schema of draft 2020-12. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: SchemaType | readonly SchemaType[];
  readonly format?: string;
  readonly contentEncoding?: string;
  readonly const?: string;
  readonly enum?: readonly string[];
  readonly "x-enum-descriptions"?: readonly string[];
  readonly allOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly items?: Schema;
  readonly properties?: Named<Schema>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean;
  readonly description?: string;
  readonly readOnly?: boolean;
  readonly deprecated?: boolean;
  /** The page's words on a deprecation. */
  readonly "x-deprecated"?: string;
  readonly "x-source"?: string;
}

export type HttpMethodKey = "get" | "put" | "post" | "delete" | "patch" | "options" | "head";
export type PathItem = Readonly<Partial<Record<HttpMethodKey, Operation>>>;

export interface Operation {
  readonly operationId: string;
  readonly tags: readonly string[];
  readonly summary: string;
  readonly description?: string;
  readonly deprecated?: true;
  readonly parameters?: readonly (Parameter | Reference)[];
  readonly requestBody?: RequestBody;
  readonly responses: Named<Response | Reference>;
  readonly security?: readonly Named<readonly string[]>[];
  readonly "x-deprecated"?: string;
  readonly "x-permissions"?: readonly Permission[];
  /** Every page that documents this method of this URL, the one that names it first. */
  readonly "x-pages": readonly { readonly operation: string; readonly source: string }[];
}

/** What one row of a permission table says. */
export interface Permission {
  readonly scheme: string;
  readonly scopes: readonly string[];
  readonly leastPrivileged: readonly string[];
  readonly supported: boolean;
  readonly resource?: string;
}

export interface Parameter {
  readonly name: string;
  readonly in: "path" | "query" | "header";
  readonly required?: boolean;
  readonly description?: string;
  readonly style?: "form";
  readonly explode?: boolean;
  readonly schema: Schema;
  /** The value keeps its slashes. */
  readonly "x-ms-skip-url-encoding"?: true;
}

export interface RequestBody {
  readonly description?: string;
  readonly required: true;
  readonly content: Named<MediaType>;
}

export interface Response {
  readonly description: string;
  readonly headers?: Named<{ readonly description: string; readonly schema: Schema }>;
  readonly content?: Named<MediaType>;
}

export interface MediaType {
  readonly schema?: Schema;
  readonly examples?: Named<Example>;
}

export interface Example {
  readonly summary?: string;
  readonly value: Json;
}

export interface SecurityScheme {
  readonly type: "http";
  readonly scheme: "bearer";
  readonly description: string;
}

/** A description where there is one. */
export function described(description: string | null): { readonly description?: string } {
  return description === null || description === "" ? {} : { description };
}
