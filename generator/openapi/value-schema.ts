import type { PropertyModel } from "../api/model.ts";
import { schemaReference, type Components } from "./component.ts";
import { described, type Schema } from "./document.ts";
import { openText } from "./enum-schema.ts";
import { isPrimitive, primitiveSchema } from "./primitive.ts";

/** Schema of a single value of a type; any JSON where the model does not know the type. */
export function typeSchema(type: string, components: Components): Schema {
  if (isPrimitive(type)) return primitiveSchema(type);
  return components.types.has(type) || components.enums.has(type) ? schemaReference(type) : {};
}

interface Typed {
  readonly type: string;
  readonly collection: boolean;
  readonly nullable?: boolean;
  /** Enum of documented values of a text that may be another. */
  readonly values?: string | null;
}

/** Schema of the value of a property or a parameter. */
export function valueSchema(value: Typed, components: Components): Schema {
  const hinted = value.type === "Edm.String" && components.enums.has(value.values ?? "");
  const single = hinted ? openText(schemaReference(value.values ?? "")) : typeSchema(value.type, components);
  const schema: Schema = value.collection ? { type: "array", items: single } : single;
  return value.nullable === true ? nullable(schema) : schema;
}

function nullable(schema: Schema): Schema {
  if (Object.keys(schema).length === 0) return schema;
  if (typeof schema.type === "string") return { ...schema, type: [schema.type, "null"] };
  return { anyOf: [...(schema.anyOf ?? [schema]), { type: "null" }] };
}

function deprecation(reason: string | null): Schema {
  if (reason === null) return {};
  return { deprecated: true, ...(reason === "" ? {} : { "x-deprecated": reason }) };
}

/** Schema of a property, with what the page says of it. */
function propertySchema(property: PropertyModel, components: Components): Schema {
  return {
    ...valueSchema(property, components),
    ...described(property.description),
    ...(property.readOnly ? { readOnly: true } : {}),
    ...deprecation(property.deprecated),
  };
}

/** Schemas of properties by wire name; of a name that stands twice, the first counts. */
export function propertySchemas(
  properties: readonly PropertyModel[],
  components: Components,
): Readonly<Record<string, Schema>> {
  const schemas = properties.map((property) => [property.name, propertySchema(property, components)] as const);
  return Object.fromEntries(schemas.filter(([name], index) => schemas.findIndex(([n]) => n === name) === index));
}
