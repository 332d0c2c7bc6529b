import {
  FORMAT_VERSION,
  type ApiModel,
  type EnumModel,
  type ExampleModel,
  type Json,
  type JsonText,
  type OperationModel,
  type PathParameterModel,
  type PropertyModel,
  type RequestBodyModel,
  type RequestModel,
  type ResponseModel,
  type TypeModel,
} from "../../generator/api/model.ts";
import type { Place } from "../../generator/diagnostics/diagnostic.ts";
import { memberIdentifier } from "../../generator/util/member-identifier.ts";

const PLACE: Place = { file: "api/page.md", line: 1, column: 1 };

/** A model with nothing in it but what is given. */
export function buildModel(parts: Partial<ApiModel> = {}): ApiModel {
  return {
    formatVersion: FORMAT_VERSION,
    baseUrl: "https://graph.microsoft.com/v1.0",
    types: [],
    enums: [],
    operations: [],
    diagnostics: [],
    ...parts,
  };
}

function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A property; a text type that ends in `[]` is a collection. */
export function buildProperty(name: string, type = "Edm.String", parts: Partial<PropertyModel> = {}): PropertyModel {
  return {
    name,
    type: type.replace(/\[\]$/, ""),
    collection: type.endsWith("[]"),
    values: null,
    relationship: false,
    readOnly: false,
    required: false,
    nullable: false,
    inherited: false,
    inferred: false,
    deprecated: null,
    default: null,
    description: "",
    source: PLACE,
    ...parts,
  };
}

/** A complex type of `microsoft.graph` in a module of its own. */
export function buildType(name: string, parts: Partial<TypeModel> = {}): TypeModel {
  return {
    name,
    namespace: "microsoft.graph",
    identifier: capitalize(name),
    module: name,
    kind: "complex",
    baseType: null,
    keys: [],
    abstract: false,
    open: false,
    deprecated: null,
    description: "",
    inferred: false,
    properties: [],
    parts: [],
    source: { ...PLACE, file: `resources/${name.toLowerCase()}.md` },
    ...parts,
  };
}

/** An enum of `microsoft.graph` with these wire names. */
export function buildEnum(name: string, members: readonly string[], parts: Partial<EnumModel> = {}): EnumModel {
  return {
    name,
    namespace: "microsoft.graph",
    identifier: capitalize(name),
    module: name,
    flags: false,
    inline: false,
    description: "",
    members: members.map((wire) => ({
      name: wire,
      identifier: memberIdentifier(wire),
      value: null,
      description: null,
      source: PLACE,
    })),
    source: PLACE,
    ...parts,
  };
}

/** A request whose `{name}` placeholders become parameters of the same names. */
export function buildRequest(
  method: RequestModel["method"],
  path: string,
  parts: Partial<RequestModel> = {},
): RequestModel {
  const parameters = [...path.matchAll(/\{(\w+)\}/g)].map((match): PathParameterModel => ({
    name: match[1] ?? "",
    segment: path.slice(0, match.index).split("/").length - 2,
    placeholder: match[0],
    offset: match.index,
    values: [],
    form: path.charAt(match.index - 1) === "'" ? "quoted" : "segment",
    type: "Edm.String",
    description: null,
  }));
  return { method, path, queryText: null, parameters, callable: true, source: PLACE, ...parts };
}

/** A response; a type that ends in `[]` is a collection. */
export function buildResponse(type: string | null, parts: Partial<ResponseModel> = {}): ResponseModel {
  const status = type === null ? 204 : 200;
  return {
    status,
    statuses: [status],
    type: type?.replace(/\[\]$/, "") ?? null,
    collection: type?.endsWith("[]") === true,
    description: "",
    source: PLACE,
    ...parts,
  };
}

/** A JSON body with these rows in its table. */
export function buildBody(
  properties: readonly PropertyModel[],
  parts: Partial<RequestBodyModel> = {},
): RequestBodyModel {
  const none = { type: null, collection: false, others: false, unless: [], description: "" };
  return { kind: "json", ...none, properties, source: PLACE, ...parts };
}

function jsonText(body: Json): JsonText | null {
  return body === null ? null : { text: JSON.stringify(body), repaired: null, place: PLACE };
}

/** An example with a JSON request and a JSON response. */
export function buildExample(
  method: string,
  url: string,
  body: Json,
  response: Json = null,
  status = 200,
): ExampleModel {
  const headers = { "Content-Type": "application/json" };
  return {
    title: null,
    request: { method, url, headers, body, bodyJson: jsonText(body), source: PLACE },
    response: { status, headers, body: response, bodyJson: jsonText(response), truncated: false, source: PLACE },
    source: PLACE,
  };
}

/** An operation that gets something and returns nothing, unless told otherwise. */
export function buildOperation(name: string, parts: Partial<OperationModel> = {}): OperationModel {
  return {
    name,
    module: "device",
    kind: "get",
    summary: "",
    description: "",
    deprecated: null,
    requests: [buildRequest("GET", "/devices/{deviceId}")],
    permissions: [],
    headers: [],
    query: [],
    functionParameters: [],
    requestBody: null,
    response: buildResponse(null),
    examples: [],
    source: PLACE,
    ...parts,
  };
}
