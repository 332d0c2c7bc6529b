import type { TypeModel } from "../../api/model.ts";
import { fullName } from "../../util/odata.ts";
import { componentKey, schemaReference, type Components } from "./component.ts";
import { described, type Named, type Reference, type Schema } from "../model.ts";

/** Control information that states the type of a value. */
export const TYPE_ANNOTATION = "@odata.type";

/** Suffixes of the keys of further schemas of a type; a key of `componentKey` contains no hyphen. */
type Suffix = "-any" | "-typed" | "-plain";

function keyOf(name: string, suffix: Suffix): string {
  return `${componentKey(name)}${suffix}`;
}

function referenceTo(name: string, suffix: Suffix): Reference {
  return { $ref: `${schemaReference(name).$ref}${suffix}` };
}

/** Reference to the schema of the values that a type with subtypes has. */
export function familyReference(name: string): Reference {
  return referenceTo(name, "-any");
}

/** Types derived from a type that have values of their own. */
export function descendantsOf(name: string, components: Components): readonly TypeModel[] {
  return (components.subtypes.get(name) ?? []).flatMap((subtype) => {
    const type = components.types.get(subtype);
    return [...(type === undefined || type.abstract ? [] : [type]), ...descendantsOf(subtype, components)];
  });
}

/** The forms in which a value states its type; OData 4.01 omits the `#`. */
export function statedNames(name: string): readonly string[] {
  return [`#${name}`, name];
}

/** A type whose values state it: the service does so where it returns a subtype of the type that the docs name. */
function typedSchema(name: string): Schema {
  const annotation: Schema = { type: "string", enum: statedNames(name) };
  const stated: Schema = { type: "object", required: [TYPE_ANNOTATION], properties: { [TYPE_ANNOTATION]: annotation } };
  return { allOf: [stated, schemaReference(name)] };
}

/** The base itself; its values need not state their type. */
function plainSchema(name: string): Schema {
  const annotation: Schema = { type: "string", enum: statedNames(name) };
  return { allOf: [{ type: "object", properties: { [TYPE_ANNOTATION]: annotation } }, schemaReference(name)] };
}

function familySchemas(name: string, components: Components): Named<Schema> {
  const subtypes = descendantsOf(name, components).map(fullName);
  const typed = subtypes.map((subtype) => [subtype, referenceTo(subtype, "-typed")] as const);
  const mapping = typed.flatMap(([type, { $ref }]) => statedNames(type).map((stated) => [stated, $ref] as const));
  const stated: Schema = {
    oneOf: typed.map(([, reference]) => reference),
    discriminator: { propertyName: TYPE_ANNOTATION, mapping: Object.fromEntries(mapping) },
  };
  const plain = referenceTo(name, "-plain");
  return {
    [keyOf(name, "-any")]: {
      anyOf: subtypes.length === 0 ? [plain] : [stated, plain],
      ...described(components.types.get(name)?.description ?? ""),
    },
    [keyOf(name, "-plain")]: plainSchema(name),
    ...Object.fromEntries(subtypes.map((subtype) => [keyOf(subtype, "-typed"), typedSchema(subtype)])),
  };
}

/** References that a part of the document contains. */
export function referencesIn(part: unknown): ReadonlySet<string> {
  const found = new Set<string>();
  JSON.stringify(part, (key, value: unknown) => {
    if (key === "$ref" && typeof value === "string") found.add(value);
    return value;
  });
  return found;
}

/**
 * Schemas of the types with subtypes to which other parts of the document refer. A value of `X-any` is one of `Y-typed` for a
 * subtype `Y`, which states its type, or `X-plain`.
 *
 * @param used references that the document contains
 * @see https://spec.openapis.org/oas/v3.1.1.html#discriminator-object
 */
export function usedFamilies(used: ReadonlySet<string>, components: Components): Named<Schema> {
  const names = [...components.subtypes.keys()].filter((name) => used.has(familyReference(name).$ref));
  return Object.fromEntries(names.flatMap((name) => Object.entries(familySchemas(name, components))));
}
