import type { TypeModel } from "../../api/model.ts";
import { fullName } from "../../util/odata.ts";
import { visibleText } from "../../util/visible.ts";
import { statedNames, TYPE_ANNOTATION } from "./family.ts";
import { baseOf, schemaReference, type Components } from "./component.ts";
import { described, type Named, type Schema } from "../model.ts";
import { propertySchemas } from "./value-schema.ts";

/** Values may state their type, which is known if no other type inherits from it. */
function typeAnnotation(type: TypeModel, { subtypes }: Components): Named<Schema> {
  const name = fullName(type);
  const isLeaf = !subtypes.has(name) && !type.abstract;
  return { [TYPE_ANNOTATION]: { type: "string", ...(isLeaf ? { enum: statedNames(name) } : {}) } };
}

/**
 * Schema of a resource or complex type. Properties are optional, as `$select` can omit any of them.
 *
 * @see https://spec.openapis.org/oas/v3.1.1.html#composition-and-inheritance-polymorphism
 */
export function resourceSchema(type: TypeModel, components: Components): Schema {
  const base = baseOf(type, components.types);
  const own: Schema = {
    type: "object",
    properties: { ...typeAnnotation(type, components), ...propertySchemas(type.properties, components) },
    ...(type.open ? { additionalProperties: true } : {}),
  };
  const schema: Schema = base === null ? own : { allOf: [schemaReference(fullName(base)), own] };
  return {
    ...schema,
    ...described(type.description),
    ...(type.deprecated === null ? {} : { deprecated: true, "x-deprecated": visibleText(type.deprecated) }),
    "x-source": type.source.file,
  };
}
