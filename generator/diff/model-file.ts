import { z } from "zod";
import { FORMAT_VERSION, type Json } from "../api/model.ts";
import type { Api } from "./model.ts";

const text = z.string();
const flag = z.boolean();
const maybe = text.nullable();
const place = z.object({ file: text, line: z.number(), column: z.number() });
const json: z.ZodType<Json> = z.json();

const property = z.object({
  name: text,
  type: text,
  collection: flag,
  values: maybe,
  relationship: flag,
  readOnly: flag,
  required: flag,
  nullable: flag,
  inherited: flag,
  inferred: flag,
  deprecated: maybe,
  default: maybe,
  description: text,
  source: place,
});

const type = z.object({
  name: text,
  namespace: text,
  identifier: text,
  module: text,
  kind: z.enum(["entity", "complex"]),
  baseType: maybe,
  keys: z.array(text),
  abstract: flag,
  open: flag,
  deprecated: maybe,
  description: text,
  inferred: flag,
  properties: z.array(property),
  parts: z.array(z.object({ properties: z.array(text), source: place })),
  source: place,
});

const enumeration = z.object({
  name: text,
  namespace: text,
  identifier: text,
  module: text,
  flags: flag,
  inline: flag,
  description: text,
  members: z.array(z.object({ name: text, value: z.number().nullable(), description: maybe, source: place })),
  source: place,
});

const pathParameter = z.object({
  name: text,
  segment: z.number(),
  placeholder: text,
  offset: z.number(),
  form: z.enum(["segment", "quoted", "literal", "filePath"]),
  type: text,
  values: z.array(text),
  description: maybe,
});

const request = z.object({
  method: z.enum(["GET", "POST", "PATCH", "PUT", "DELETE"]),
  path: text,
  queryText: maybe,
  parameters: z.array(pathParameter),
  source: place,
});

const permission = z.object({
  scheme: z.enum(["delegatedWork", "delegatedPersonal", "application"]),
  scopes: z.array(text),
  leastPrivileged: z.array(text),
  supported: flag,
  resource: maybe,
  source: place,
});

const parameter = z.object({
  name: text,
  type: text,
  collection: flag,
  values: z.array(text),
  required: flag,
  description: text,
  source: place,
});

const jsonText = z.object({ text, mended: maybe, place }).nullable();
const message = { headers: z.record(text, text), body: json, bodyJson: jsonText, source: place };

const example = z.object({
  title: maybe,
  request: z.object({ method: text, url: text, ...message }).nullable(),
  response: z.object({ status: z.number(), truncated: flag, ...message }).nullable(),
  source: place,
});

const operation = z.object({
  name: text,
  module: text,
  kind: z.enum([
    "list",
    "get",
    "create",
    "update",
    "upsert",
    "replace",
    "delete",
    "action",
    "function",
    "delta",
    "count",
    "getContent",
    "putContent",
    "addReference",
    "setReference",
    "removeReference",
  ]),
  summary: text,
  description: text,
  deprecated: maybe,
  requests: z.array(request),
  permissions: z.array(permission),
  headers: z.array(z.object({ name: text, required: flag, description: text, source: place })),
  query: z.array(parameter),
  functionParameters: z.array(parameter),
  requestBody: z
    .object({
      kind: z.enum(["json", "reference", "binary", "text", "multipart"]),
      type: maybe,
      collection: flag,
      properties: z.array(property),
      description: text,
      source: place,
    })
    .nullable(),
  response: z.object({
    status: z.number(),
    statuses: z.array(z.number()),
    type: maybe,
    collection: flag,
    description: text,
    source: place,
  }),
  examples: z.array(example),
  source: place,
});

/** An entry that holds one page's share of a type; the whole type follows it. */
const part = z.object({ partial: z.literal(true) });

const model = z.object({
  formatVersion: z.literal(FORMAT_VERSION),
  baseUrl: maybe,
  types: z.array(z.union([part, type])),
  enums: z.array(enumeration),
  operations: z.array(operation),
});

/**
 * Reads a model from what the `model` command prints.
 *
 * @param value parsed JSON
 * @returns the API, or where and why the value is no model
 */
export function readModelFile(value: unknown): Api | string {
  const { success, data, error } = model.safeParse(value);
  if (success) return { ...data, types: data.types.flatMap((item) => ("partial" in item ? [] : [item])) };
  const [issue] = error.issues;
  return issue === undefined ? "no model" : `${issue.path.join(".") || "the file"}: ${issue.message}`;
}
