import type { PropertyModel, TypeModel } from "../../api/model.ts";
import { compareStrings } from "../../util/compare.ts";
import { isPrimitive } from "../../util/odata.ts";
import { baseOf, componentKey, type Components } from "../schema/component.ts";
import { openText } from "../schema/enum-schema.ts";
import { descendantsOf } from "../schema/family.ts";
import type { Named, Parameter, Reference, Schema } from "../model.ts";
import { QUERY_OPTIONS } from "../protocol.ts";

/** Query options whose values are names of properties. */
const NAMING = ["select", "expand", "orderby"] as const;
type NamingOption = (typeof NAMING)[number];

function parameterReference(key: string): Reference {
  return { $ref: `#/components/parameters/${key}` };
}

/** Reference to a query option; those that name properties are specific to the type of the response. */
export function optionReference(option: string, type: string, components: Components): Reference {
  const naming = NAMING.find((name) => name === option);
  const isSpecific = naming !== undefined && valuesOf(naming, type, components).length > 0;
  return parameterReference(isSpecific ? `${componentKey(type)}-${option}` : option);
}

/** The query option to which a reference refers, as `protocol.ts` defines it. */
export function sharedOption({ $ref }: Reference): readonly [key: string, option: Parameter] | null {
  const key = $ref.split(/[/-]/).at(-1) ?? "";
  const option = QUERY_OPTIONS[key];
  return option === undefined ? null : [key, option];
}

/** Reference to a query option whose values are any text. */
export function anyOption(key: string): Reference {
  return parameterReference(key);
}

function withBases(type: TypeModel | null, components: Components): readonly TypeModel[] {
  return type === null ? [] : [type, ...withBases(baseOf(type, components.types), components)];
}

/** A type, its bases, and its subtypes, whose properties can be selected as well. */
function familyOf(name: string, components: Components): readonly TypeModel[] {
  return [...withBases(components.types.get(name) ?? null, components), ...descendantsOf(name, components)];
}

function namesOf(types: readonly TypeModel[], isMeant: (property: PropertyModel) => boolean): readonly string[] {
  const names = types.flatMap(({ properties }) => properties.filter(isMeant).map(({ name }) => name));
  return [...new Set(names)].toSorted(compareStrings);
}

/** A single value that the service can sort by. */
function isSortable({ type, collection }: PropertyModel, { enums }: Components): boolean {
  return !collection && (isPrimitive(type) || enums.has(type)) && type !== "Edm.Stream" && type !== "Edm.Untyped";
}

function valuesOf(option: NamingOption, name: string, components: Components): readonly string[] {
  const types = familyOf(name, components);
  switch (option) {
    case "select":
      return namesOf(types, ({ relationship }) => !relationship);
    case "expand":
      return namesOf(types, ({ relationship }) => relationship);
    case "orderby":
      return namesOf(types, (property) => isSortable(property, components)).flatMap((item) => [item, `${item} desc`]);
  }
}

/**
 * `$select` accepts the documented properties only, unless the type may have more. `$expand` accepts options in
 * parentheses and relationships that many pages omit; `$orderby` accepts `asc`, and paths to properties of properties.
 */
function isClosed(option: NamingOption, name: string, components: Components): boolean {
  return option === "select" && familyOf(name, components).every(({ open, inferred }) => !open && !inferred);
}

function specificOption(option: NamingOption, name: string, components: Components): Parameter {
  const documented: Schema = { type: "string", enum: valuesOf(option, name, components) };
  const items = isClosed(option, name, components) ? documented : openText(documented);
  return { ...sharedParameter(option), schema: { type: "array", items } };
}

function sharedParameter(option: NamingOption): Parameter {
  return QUERY_OPTIONS[option] ?? { name: `$${option}`, in: "query" };
}

/**
 * Query options that are specific to a type, as far as operations refer to them.
 *
 * @param used references that operations contain
 */
export function specificOptions(used: ReadonlySet<string>, components: Components): Named<Parameter> {
  const options = [...components.types.keys()].flatMap((name) =>
    NAMING.map((option) => [`${componentKey(name)}-${option}`, option, name] as const),
  );
  const found = options
    .filter(([key]) => used.has(parameterReference(key).$ref))
    .map(([key, option, name]) => [key, specificOption(option, name, components)] as const);
  return Object.fromEntries(found.toSorted(([a], [b]) => compareStrings(a, b)));
}
