import { isPrimitive } from "../../util/odata.ts";
import { runtimeSymbol, type EnumPlan, type Plan, type TypePlan } from "../plan/plan.ts";
import type { RuntimeName } from "../plan/runtime-names.ts";
import { subtypeNames } from "./related-names.ts";
import {
  BOOLEAN,
  NULL,
  NUMBER,
  STRING,
  UNKNOWN,
  reference,
  union,
  type TypeExpression,
} from "../syntax/type-expression.ts";

/** Types of OData's primitives in JSON. */
const PRIMITIVES: ReadonlyMap<string, TypeExpression> = new Map([
  ["Edm.Boolean", BOOLEAN],
  ["Edm.Byte", NUMBER],
  ["Edm.SByte", NUMBER],
  ["Edm.Int16", NUMBER],
  ["Edm.Int32", NUMBER],
  ["Edm.Int64", NUMBER],
  ["Edm.Single", NUMBER],
  ["Edm.Double", NUMBER],
  ["Edm.Decimal", NUMBER],
  ["Edm.String", STRING],
]);

/** Primitive types with a name of their own: strings of a certain format, and numbers that may be too large. */
const NAMED: ReadonlyMap<string, RuntimeName> = new Map([
  ["Edm.Int64", "Int64"],
  ["Edm.Guid", "GuidString"],
  ["Edm.Date", "DateString"],
  ["Edm.DateTimeOffset", "DateTimeString"],
  ["Edm.TimeOfDay", "TimeString"],
  ["Edm.Duration", "DurationString"],
  ["Edm.Binary", "BinaryString"],
  // A stream is a separate resource; JSON that contains its bytes has a base64url string.
  ["Edm.Stream", "BinaryString"],
]);

function primitive(type: string, plan: Plan): TypeExpression {
  const name = NAMED.get(type);
  return name === undefined ? (PRIMITIVES.get(type) ?? UNKNOWN) : reference(runtimeSymbol(plan, name));
}

/** Formats, named as in JSON Schema. */
const FORMATS: ReadonlyMap<string, string> = new Map([
  ["Edm.Int64", "int64"],
  ["Edm.Guid", "uuid"],
  ["Edm.Date", "date"],
  ["Edm.DateTimeOffset", "date-time"],
  ["Edm.TimeOfDay", "time"],
  ["Edm.Duration", "duration"],
  ["Edm.Binary", "byte"],
  ["Edm.Stream", "byte"],
]);

/** Format of the value that represents a primitive type in JSON, or null. */
export function formatOf(type: string): string | null {
  return FORMATS.get(type) ?? null;
}

/** Whether values of a type are numbers in JSON. */
export function isNumber(type: string): boolean {
  return PRIMITIVES.get(type) === NUMBER;
}

/** The wire values of an enum, to which its members and plain strings are assignable. */
export function enumValue(plan: EnumPlan): TypeExpression {
  if (plan.model.members.length === 0) return STRING;
  const value: TypeExpression = { kind: "enumValue", symbol: plan.symbol, style: plan.style };
  return plan.open ? union([value, { kind: "openString" }]) : value;
}

/**
 * Widens a base type to its subtypes. An open type already accepts their properties.
 *
 * @param type the base, or undefined if it is unknown
 * @param named expression for the base itself
 */
export function orSubtype(type: TypePlan | undefined, named: TypeExpression, plan: Plan): TypeExpression {
  if (type === undefined || type.subtypes.length === 0 || type.open) return named;
  const names = subtypeNames(type);
  if (names === "none") return named;
  const others = names === "open" ? [] : [reference(names)];
  return reference(runtimeSymbol(plan, "OrSubtype"), named, ...others);
}

/**
 * The type of a single value.
 *
 * @param type `Edm.*`, full name of a type or enum, or `unknown`
 * @param plan names of the package
 * @returns `unknown` for names that are not in the model, and for untyped JSON
 */
export function typeOf(type: string, plan: Plan): TypeExpression {
  if (isPrimitive(type)) return primitive(type, plan);
  const resource = plan.types.get(type);
  if (resource !== undefined)
    return isUntyped(resource) ? UNKNOWN : orSubtype(resource, reference(resource.symbol), plan);
  const enumeration = plan.enums.get(type);
  return enumeration === undefined ? UNKNOWN : enumValue(enumeration);
}

/** Whether a type is arbitrary JSON, which pages document as a resource of this name without properties. */
export function isUntyped(type: TypePlan): boolean {
  return type.model.name.toLowerCase() === "json" && type.properties.all.size === 0;
}

interface Typed {
  readonly type: string;
  readonly collection: boolean;
  readonly nullable?: boolean;
  /** Enum of the documented values of a string that may also have other values. */
  readonly values?: string | null;
}

function hintedText(values: string, plan: Plan): TypeExpression {
  const enumeration = plan.enums.get(values);
  if (enumeration === undefined) return STRING;
  const type = enumValue(enumeration);
  return type.kind === "enumValue" ? union([type, { kind: "openString" }]) : type;
}

/** Text with documented values that may also have other values. */
export function openValues(values: readonly string[]): TypeExpression {
  return union([...values.map((value): TypeExpression => ({ kind: "literal", value })), { kind: "openString" }]);
}

/** The type of a property or parameter. */
export function typeOfValue(value: Typed, plan: Plan): TypeExpression {
  const hinted = value.type === "Edm.String" ? (value.values ?? null) : null;
  const single = hinted === null ? typeOf(value.type, plan) : hintedText(hinted, plan);
  const type: TypeExpression = value.collection ? { kind: "array", item: single } : single;
  return value.nullable === true ? union([type, NULL]) : type;
}
