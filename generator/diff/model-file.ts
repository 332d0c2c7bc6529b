import { z } from "zod";
import { FORMAT_VERSION, type Json } from "../api/model.ts";
import { memberIdentifier } from "../util/member-identifier.ts";
import type { Api } from "./model.ts";
import { upgradePermissions } from "./upgrade.ts";

/** Format before permissions could be unknown, which can still be read. */
const OLD_FORMAT = 1;

const text = z.string();
const flag = z.boolean();
const maybe = text.nullable();
const place = z.object({ file: text, line: z.number(), column: z.number() });
const json: z.ZodType<Json> = z.json();

/** Members that several items have. */
const documented = { description: text, source: place };
const declared = { name: text, namespace: text, identifier: text, module: text, ...documented };
const input = { name: text, required: flag, ...documented };

const property = z.object({
  ...input,
  type: text,
  collection: flag,
  values: maybe,
  relationship: flag,
  readOnly: flag,
  nullable: flag,
  inherited: flag,
  inferred: flag,
  deprecated: maybe,
  default: maybe,
});

const type = z.object({
  ...declared,
  kind: z.enum(["entity", "complex"]),
  baseType: maybe,
  keys: z.array(text),
  abstract: flag,
  open: flag,
  deprecated: maybe,
  inferred: flag,
  properties: z.array(property),
  parts: z.array(z.object({ properties: z.array(text), source: place })),
});

/** A model without the TypeScript names of members is from a version that did not store them. */
const member = z
  .object({
    name: text,
    identifier: text.optional(),
    value: z.number().nullable(),
    description: maybe,
    source: place,
  })
  .transform(({ identifier, ...others }) => ({ ...others, identifier: identifier ?? memberIdentifier(others.name) }));

const enumeration = z.object({ ...declared, flags: flag, inline: flag, members: z.array(member) });

const request = z.object({
  method: z.enum(["GET", "POST", "PATCH", "PUT", "DELETE"]),
  path: text,
  queryText: maybe,
  parameters: z.array(
    z.object({
      name: text,
      segment: z.number(),
      placeholder: text,
      offset: z.number(),
      form: z.enum(["segment", "quoted", "literal", "filePath"]),
      type: text,
      values: z.array(text),
      description: maybe,
      alias: text.optional(),
    }),
  ),
  callable: z.boolean().default(true),
  source: place,
});

const permission = z.object({
  scheme: z.enum(["delegatedWork", "delegatedPersonal", "application"]),
  scopes: z.array(text),
  leastPrivileged: z.array(text),
  alternatives: z.array(z.array(text)).optional(),
  supported: flag.nullable(),
  resource: maybe,
  source: place,
});

const parameter = z.object({ ...input, type: text, collection: flag, values: z.array(text) });

/** Format 1 has another name for the repaired text. */
const oldJsonText = z
  .object({ text, mended: maybe, place })
  .transform(({ mended, ...rest }) => ({ ...rest, repaired: mended }));
const jsonText = z.union([z.object({ text, repaired: maybe, place }), oldJsonText]).nullable();
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
  ...documented,
  deprecated: maybe,
  requests: z.array(request),
  permissions: z.array(permission),
  headers: z.array(z.object(input)),
  query: z.array(parameter),
  functionParameters: z.array(parameter),
  requestBody: z
    .object({
      kind: z.enum(["json", "reference", "binary", "text", "multipart"]),
      content: z.string().exactOptional(),
      optional: z.literal(true).exactOptional(),
      type: maybe,
      collection: flag,
      properties: z.array(property),
      others: flag.default(false),
      unless: z.array(text).default([]),
      ...documented,
    })
    .nullable(),
  response: z.object({
    status: z.number(),
    statuses: z.array(z.number()),
    type: maybe,
    collection: flag,
    ...documented,
  }),
  examples: z.array(example),
});

/** An entry with the properties of a type from one page; the complete type follows it. */
const part = z.object({ partial: z.literal(true) });

const model = z.object({
  formatVersion: z.literal([OLD_FORMAT, FORMAT_VERSION]),
  baseUrl: maybe,
  types: z.array(z.union([part, type])),
  enums: z.array(enumeration),
  operations: z.array(operation),
});

const version = z.object({ formatVersion: z.number() });

/**
 * Reads a model from the output of the `model` command, of this version of the program or an older one.
 *
 * @param value parsed JSON
 * @returns the API, or a message that states where the value differs from a model
 */
export function readModelFile(value: unknown): Api | string {
  const { data: { formatVersion } = {} } = version.safeParse(value);
  if (formatVersion === undefined) return "formatVersion is missing";
  if (formatVersion > FORMAT_VERSION) {
    return `formatVersion ${String(formatVersion)} is newer than ${String(FORMAT_VERSION)}: use the version of the program that wrote it`;
  }
  const { success, data, error } = model.safeParse(value);
  if (success) {
    const operations = data.formatVersion === OLD_FORMAT ? data.operations.map(upgradePermissions) : data.operations;
    return { ...data, operations, types: data.types.flatMap((item) => ("partial" in item ? [] : [item])) };
  }
  const [issue] = error.issues;
  return issue === undefined ? "not a model" : `${issue.path.join(".") || "the file"}: ${issue.message}`;
}
