/** Forms in which the document is printed. */
export const OPENAPI_FORMATS = ["json", "yaml"] as const;

/** Versions of OpenAPI in which the document can be written. */
export const OPENAPI_VERSIONS = ["3.0", "3.1"] as const;

export type OpenApiFormat = (typeof OPENAPI_FORMATS)[number];
export type OpenApiVersion = (typeof OPENAPI_VERSIONS)[number];
