import { fullName, isPrimitive } from "../../util/odata.ts";
import type { Pair } from "../model.ts";
import { ancestorsOf, isOpenEnum, propertiesOf, type ApiSide } from "./api-side.ts";

/** Relation of a type to the type before the change, as sets of values that TypeScript allows. */
export type Relation = "same" | "wider" | "narrower" | "other";

/** The values that TypeScript allows for a type. */
type Shape =
  | { readonly kind: "text" | "number" | "boolean" | "unknown" }
  | { readonly kind: "values"; readonly values: ReadonlySet<string> }
  | { readonly kind: "object"; readonly name: string };

const UNKNOWN: Shape = { kind: "unknown" };
const TEXT: Shape = { kind: "text" };

const NUMBERS = new Set(["Byte", "SByte", "Int16", "Int32", "Int64", "Single", "Double", "Decimal"]);
const TEXTS = new Set(["String", "Guid", "Date", "DateTimeOffset", "TimeOfDay", "Duration", "Binary", "Stream"]);

function primitiveShape(name: string): Shape {
  if (NUMBERS.has(name)) return { kind: "number" };
  if (TEXTS.has(name)) return TEXT;
  return name === "Boolean" ? { kind: "boolean" } : UNKNOWN;
}

function shapeOf(type: string, side: ApiSide): Shape {
  if (isPrimitive(type)) return primitiveShape(type.slice(4));
  const resource = side.types.get(type);
  if (resource !== undefined) {
    const isAnyJson = resource.name.toLowerCase() === "json" && propertiesOf(side, type).size === 0;
    return isAnyJson ? UNKNOWN : { kind: "object", name: type };
  }
  const item = side.enums.get(type);
  if (item === undefined) return UNKNOWN;
  return isOpenEnum(item) ? TEXT : { kind: "values", values: new Set(item.members.map(({ name }) => name)) };
}

/**
 * Compares the TypeScript types of a value.
 *
 * @param type full names in both models; types with the same name are compared where they are declared
 */
export function relateTypes(type: Pair<string>, sides: Pair<ApiSide>): Relation {
  if (type.before === type.after) return "same";
  const before = shapeOf(type.before, sides.before);
  const after = shapeOf(type.after, sides.after);
  if (after.kind === "object" && before.kind === "object") return relateObjects(before.name, after.name, sides.after);
  if (after.kind === "values" && before.kind === "values") return relateValues(before.values, after.values);
  if (after.kind === before.kind) return "same";
  if (after.kind === "unknown" || (after.kind === "text" && before.kind === "values")) return "wider";
  if (before.kind === "unknown" || (before.kind === "text" && after.kind === "values")) return "narrower";
  return "other";
}

function relateObjects(before: string, after: string, side: ApiSide): Relation {
  const isBelow = (name: string, base: string): boolean =>
    ancestorsOf(side, name).some((type) => fullName(type) === base);
  if (isBelow(after, before)) return "narrower";
  return isBelow(before, after) ? "wider" : "other";
}

function relateValues(before: ReadonlySet<string>, after: ReadonlySet<string>): Relation {
  const grew = [...after].some((value) => !before.has(value));
  const shrank = [...before].some((value) => !after.has(value));
  if (grew && shrank) return "other";
  return grew ? "wider" : shrank ? "narrower" : "same";
}
