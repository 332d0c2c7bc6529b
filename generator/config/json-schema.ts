import * as z from "zod/mini";
import { defaultOf, CONFIG_OPTIONS, type NamedOption } from "./option-list.ts";

type JsonSchema = z.core.JSONSchema.BaseSchema;

/** Returns the JSON schema of a config file, which editors read for checks and completions. */
export function createConfigSchema(): JsonSchema {
  const settings = CONFIG_OPTIONS.map(
    (option) => [option.name, { description: describe(option), ...schemaOf(option) }] as const,
  );
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    title: "Config file of graph-docs-codegen",
    type: "object",
    properties: { $schema: { type: "string" }, ...Object.fromEntries(settings) },
    additionalProperties: false,
  };
}

/** Prints the declaration of the type `Config`, with a comment on each property. */
export function printConfigType(): string {
  const members = CONFIG_OPTIONS.map(
    (option) =>
      `  /** ${describe(option).replaceAll("*/", "*\\/")} */\n  readonly ${option.name}?: ${printType(schemaOf(option))} | undefined;\n`,
  );
  return `/** Content of a config file. */\nexport interface Config {\n${members.join("")}}\n`;
}

function describe(option: NamedOption): string {
  const value = defaultOf(option);
  const description = option.description.charAt(0).toUpperCase() + option.description.slice(1);
  return value === null ? description : `${description} (default: ${value})`;
}

function schemaOf({ type }: NamedOption): JsonSchema {
  const schema = z.toJSONSchema(type, { target: "draft-7" });
  delete schema.$schema;
  return schema;
}

function printType(schema: JsonSchema): string {
  const { type, enum: values, items, properties, propertyNames, additionalProperties } = schema;
  if (values !== undefined) return values.map((value) => JSON.stringify(value)).join(" | ");
  if (type === "array" && isSchema(items)) return `readonly ${printType(items)}[]`;
  if (type === "object" && isSchema(propertyNames) && isSchema(additionalProperties)) {
    return `{ readonly [Name in ${printType(propertyNames)}]?: ${printType(additionalProperties)} }`;
  }
  if (properties !== undefined) return `{ ${Object.entries(properties).map(printMember).join("; ")} }`;
  return typeof type === "string" ? type : "unknown";
}

function printMember([name, schema]: readonly [string, JsonSchema | boolean]): string {
  return `readonly ${name}?: ${isSchema(schema) ? printType(schema) : "unknown"} | undefined`;
}

function isSchema(value: JsonSchema["items"] | JsonSchema["additionalProperties"]): value is JsonSchema {
  return typeof value === "object" && !Array.isArray(value);
}
