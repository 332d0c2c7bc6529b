import type { TypeModel } from "../api/model.ts";
import { fullName } from "../util/odata.ts";
import { baseOf, schemaReference, type Components } from "./component.ts";
import { described, type Named, type Schema } from "./model.ts";
import { propertySchemas } from "./value-schema.ts";

/** Values may state their type; the name is constant if no other type inherits from it. */
function typeAnnotation(type: TypeModel, { bases }: Components): Named<Schema> {
  const isLeaf = !bases.has(fullName(type)) && !type.abstract;
  return { "@odata.type": isLeaf ? { type: "string", const: `#${fullName(type)}` } : { type: "string" } };
}

/**
 * Schema of a resource or complex type. Properties are optional, as `$select` can omit any of them.
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
