import type { ApiModel } from "../api/model.ts";
import { compareStrings } from "../util/compare.ts";
import { componentKey, indexComponents, type Components } from "./component.ts";
import { enumSchema } from "./enum-schema.ts";
import type { Info, Named, OpenApiDocument, Schema } from "./model.ts";
import { pathsOf } from "./paths.ts";
import { PROTOCOL_RESPONSES, PROTOCOL_SCHEMAS, QUERY_OPTIONS } from "./protocol.ts";
import { ANY_TOKEN, SECURITY_SCHEMES } from "./security.ts";
import { resourceSchema } from "./type-schema.ts";

function schemasOf(components: Components): Named<Schema> {
  const types = [...components.types].map(([name, type]) => [name, resourceSchema(type, components)] as const);
  const enums = [...components.enums].map(([name, item]) => [name, enumSchema(item)] as const);
  const documented = [...types, ...enums].map(([name, schema]) => [componentKey(name), schema] as const);
  const sorted = documented.toSorted(([a], [b]) => compareStrings(a, b));
  return { ...Object.fromEntries(sorted), ...PROTOCOL_SCHEMAS };
}

/**
 * Describes the documented API as OpenAPI 3.1: takes the intermediate model and returns a document that can be printed
 * as JSON. Each part of the document has its own file.
 *
 * @param model the intermediate model
 * @param info title and version of the document
 * @returns the document; the order of the model's parts does not change it
 * @see https://spec.openapis.org/oas/v3.1.1.html
 */
export function createDocument(model: ApiModel, info: Info): OpenApiDocument {
  const components = indexComponents(model);
  const modules = [...new Set(model.operations.map((operation) => operation.module))].sort(compareStrings);
  return {
    openapi: "3.1.1",
    info,
    servers: [{ url: model.baseUrl ?? "/" }],
    security: ANY_TOKEN,
    tags: modules.map((name) => ({ name })),
    paths: pathsOf(model.operations, components),
    components: {
      schemas: schemasOf(components),
      parameters: QUERY_OPTIONS,
      responses: PROTOCOL_RESPONSES,
      securitySchemes: SECURITY_SCHEMES,
    },
  };
}
