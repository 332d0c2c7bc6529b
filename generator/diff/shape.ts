import type { Pair } from "./model.ts";
import { ancestorsOf, isOpenEnum, propertiesOf, type World } from "./world.ts";

/** How a type after the change relates to the one before it, as sets of the values that TypeScript allows. */
export type Relation = "same" | "wider" | "narrower" | "other";

/** What TypeScript knows of a value. */
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

function shapeOf(type: string, world: World): Shape {
  if (type.startsWith("Edm.")) return primitiveShape(type.slice(4));
  const resource = world.types.get(type);
  if (resource !== undefined) {
    const isAnyJson = resource.name.toLowerCase() === "json" && propertiesOf(world, type).size === 0;
    return isAnyJson ? UNKNOWN : { kind: "object", name: type };
  }
  const item = world.enums.get(type);
  if (item === undefined) return UNKNOWN;
  return isOpenEnum(item) ? TEXT : { kind: "values", values: new Set(item.members.map(({ name }) => name)) };
}

/**
 * Compares the types of a value by what TypeScript makes of them.
 *
 * @param type names as the models have them; one that is the same in both is compared where it is declared
 */
export function relateTypes(type: Pair<string>, worlds: Pair<World>): Relation {
  if (type.before === type.after) return "same";
  const before = shapeOf(type.before, worlds.before);
  const after = shapeOf(type.after, worlds.after);
  if (after.kind === "object" && before.kind === "object") return relateObjects(before.name, after.name, worlds.after);
  if (after.kind === "values" && before.kind === "values") return relateValues(before.values, after.values);
  if (after.kind === before.kind) return "same";
  if (after.kind === "unknown" || (after.kind === "text" && before.kind === "values")) return "wider";
  if (before.kind === "unknown" || (before.kind === "text" && after.kind === "values")) return "narrower";
  return "other";
}

function relateObjects(before: string, after: string, world: World): Relation {
  const isBelow = (name: string, base: string): boolean =>
    ancestorsOf(world, name).some((type) => `${type.namespace}.${type.name}` === base);
  if (isBelow(after, before)) return "narrower";
  return isBelow(before, after) ? "wider" : "other";
}

function relateValues(before: ReadonlySet<string>, after: ReadonlySet<string>): Relation {
  const grew = [...after].some((value) => !before.has(value));
  const shrank = [...before].some((value) => !after.has(value));
  if (grew && shrank) return "other";
  return grew ? "wider" : shrank ? "narrower" : "same";
}
