import type { PropertyModel } from "../../api/model.ts";
import { isPrimitive } from "../../util/odata.ts";
import { visibleText } from "../../util/visible.ts";
import { schemaReference, type Components } from "./component.ts";
import { familyReference } from "./family.ts";
import { openText } from "./enum-schema.ts";
import { described, type Named, type Schema } from "../model.ts";
import { primitiveSchema } from "./primitive.ts";

/** Schema of a single value of a type or of its subtypes; a type that is not in the model allows any JSON. */
export function typeSchema(type: string, components: Components): Schema {
  if (isPrimitive(type)) return primitiveSchema(type);
  if (components.subtypes.has(type)) return familyReference(type);
  return components.types.has(type) || components.enums.has(type) ? schemaReference(type) : {};
}

interface TypedValue {
  readonly type: string;
  readonly collection: boolean;
  readonly nullable?: boolean;
  /** Enum that lists documented values of text that may have others. */
  readonly values?: string | null;
}

/** Schema of the value of a property or a parameter. */
export function valueSchema(value: TypedValue, components: Components): Schema {
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
  return { deprecated: true, ...(reason === "" ? {} : { "x-deprecated": visibleText(reason) }) };
}

/** Schema of a property with its documentation. */
function propertySchema(property: PropertyModel, components: Components): Schema {
  return {
    ...valueSchema(property, components),
    ...described(property.description),
    ...(property.readOnly ? { readOnly: true } : {}),
    ...deprecation(property.deprecated),
  };
}

/** Schemas of properties by wire name; if a name repeats, the first is used. */
export function propertySchemas(properties: readonly PropertyModel[], components: Components): Named<Schema> {
  const schemas = properties.map((property) => [property.name, propertySchema(property, components)] as const);
  return Object.fromEntries(schemas.filter(([name], index) => schemas.findIndex(([n]) => n === name) === index));
}
