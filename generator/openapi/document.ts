import type { ApiModel } from "../api/model.ts";
import { compareStrings } from "../util/compare.ts";
import { authorityOf, type Authority } from "./authority.ts";
import { componentKey, indexComponents, type Components } from "./schema/component.ts";
import { checkExamples } from "./conforming.ts";
import { enumSchema } from "./schema/enum-schema.ts";
import { referencesIn, usedFamilies } from "./schema/family.ts";
import type { Info, Named, OpenApiDocument, Schema } from "./model.ts";
import { pathsOf } from "./paths.ts";
import { PROTOCOL_RESPONSES, PROTOCOL_SCHEMAS, QUERY_OPTIONS } from "./protocol.ts";
import { specificOptions } from "./request/query-options.ts";
import { ANY_TOKEN, securitySchemes } from "./security.ts";
import { tagsOf } from "./tags.ts";
import { resourceSchema } from "./schema/type-schema.ts";

function schemasOf(components: Components, used: ReadonlySet<string>): Named<Schema> {
  const types = [...components.types].map(([name, type]) => [name, resourceSchema(type, components)] as const);
  const enums = [...components.enums].map(([name, item]) => [name, enumSchema(item)] as const);
  const documented = [...types, ...enums].map(([name, schema]) => [componentKey(name), schema] as const);
  const families = Object.entries(usedFamilies(new Set([...used, ...referencesIn(documented)]), components));
  const sorted = [...documented, ...families].toSorted(([a], [b]) => compareStrings(a, b));
  return { ...Object.fromEntries(sorted), ...PROTOCOL_SCHEMAS };
}

/**
 * Describes the documented API as OpenAPI 3.1: takes the intermediate model and returns a document that can be printed
 * as JSON. Each part of the document has its own file.
 *
 * @param model the intermediate model
 * @param info title and version of the document
 * @param authority endpoints that issue tokens, or null if they are unknown
 * @returns the document; the order of the model's parts does not change it
 * @see https://spec.openapis.org/oas/v3.1.1.html
 */
export function createDocument(
  model: ApiModel,
  info: Info,
  authority: Authority | null = authorityOf(model.baseUrl),
): OpenApiDocument {
  const components = indexComponents(model);
  const paths = pathsOf(model.operations, components);
  const used = referencesIn(paths);
  const schemas = schemasOf(components, used);
  return {
    openapi: "3.1.1",
    info,
    servers: [{ url: model.baseUrl ?? "/" }],
    security: ANY_TOKEN,
    tags: tagsOf(model),
    paths: checkExamples(paths, schemas),
    components: {
      schemas,
      parameters: { ...QUERY_OPTIONS, ...specificOptions(used, components) },
      responses: PROTOCOL_RESPONSES,
      securitySchemes: securitySchemes(model.operations, authority),
    },
  };
}
