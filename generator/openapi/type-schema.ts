import type { TypeModel } from "../api/model.ts";
import { baseOf, fullName, schemaReference, type Components } from "./component.ts";
import { described, type Schema } from "./document.ts";
import { propertySchemas } from "./value-schema.ts";

/** A value names its type where it is not the declared one: optional everywhere, and fixed where nothing inherits. */
function typeAnnotation(type: TypeModel, { bases }: Components): Readonly<Record<string, Schema>> {
  const isLeaf = !bases.has(fullName(type)) && !type.abstract;
  return { "@odata.type": isLeaf ? { type: "string", const: `#${fullName(type)}` } : { type: "string" } };
}

/**
 * Schema of a resource or complex type. No property is required: `$select` may leave out any of them.
 *
 * @see https://spec.openapis.org/oas/v3.1.1.html#composition-and-inheritance-polymorphism
 */
export function resourceSchema(type: TypeModel, components: Components): Schema {
  const base = baseOf(type, components);
  const own: Schema = {
    type: "object",
    properties: { ...typeAnnotation(type, components), ...propertySchemas(type.properties, components) },
    ...(type.open ? { additionalProperties: true } : {}),
  };
  const schema: Schema = base === null ? own : { allOf: [schemaReference(fullName(base)), own] };
  return {
    ...schema,
    ...described(type.description),
    ...(type.deprecated === null ? {} : { deprecated: true, "x-deprecated": type.deprecated }),
    "x-source": type.source.file,
  };
}
