import { sortBy } from "../../util/compare.ts";
import { stringLiteral } from "../syntax/escape.ts";
import { descendantsOf } from "../plan/hierarchy.ts";
import { isPrimitive } from "../../util/odata.ts";
import { program } from "./import.ts";
import { member } from "./property.ts";
import type { PropertyModel } from "../../api/model.ts";
import type { EnumPlan, Plan, TypePlan } from "../plan/plan.ts";

interface EnumUse {
  readonly type: TypePlan;
  readonly property: PropertyModel;
  readonly enumeration: EnumPlan;
}

/** Properties of a resource whose value is a single member of an enum with at least two members. */
function enumUses(type: TypePlan, plan: Plan): readonly EnumUse[] {
  return [...type.properties.all.values()].flatMap((property) => {
    const enumeration = plan.enums.get(property.type);
    if (enumeration === undefined || property.collection || property.deprecated !== null) return [];
    const { members, flags } = enumeration.model;
    return flags || members.length < 2 ? [] : [{ type, property, enumeration }];
  });
}

const MEMBERS_AND_TEXT =
  "A property with a list of values accepts both the member of the enum and its text. Each enum has its own module, so " +
  "a program that uses the text does not load the enum:";

/**
 * Shows that a member of an enum and its string are interchangeable.
 *
 * @param types resources to search for such a property, the best known first
 * @returns an empty list if no resource has one
 */
export function enumSection(types: readonly TypePlan[], packageName: string, plan: Plan): readonly string[] {
  const use = firstOf(types, (type) => enumUses(type, plan));
  const shown = use?.enumeration.model.members.find(({ name }) => name !== "");
  if (use === undefined || shown === undefined) return [];
  const { symbol, style } = use.enumeration;
  const target = member("resource", use.property.name);
  const hasMembers = style !== "union";
  return [
    hasMembers ? MEMBERS_AND_TEXT : "A property with a list of values takes the text on the wire:",
    program(packageName, { values: hasMembers ? [symbol] : [], types: [use.type.symbol] }, [
      `const resource: ${use.type.symbol.name} = {};`,
      ...(hasMembers ? [`${target} = ${symbol.name}.${shown.identifier};`] : []),
      `${target} = ${stringLiteral(shown.name)};`,
    ]),
  ];
}

interface Family {
  readonly base: TypePlan;
  /** A subtype without subtypes, and a property that only it has. */
  readonly leaf: TypePlan;
  readonly property: PropertyModel;
  readonly size: number;
}

function familyOf(base: TypePlan, plan: Plan): readonly Family[] {
  if (base.union === null || base.model.kind === "entity") return [];
  const family = descendantsOf(plan.hierarchy, base.fullName).flatMap((name) => plan.types.get(name) ?? []);
  const leaves = family.filter(({ subtypes, model }) => subtypes.length === 0 && !model.abstract);
  if (leaves.length < 2) return [];
  const found = leaves.flatMap((leaf) => {
    const property = [...leaf.properties.own.values()].find(({ type }) => isPrimitive(type));
    return property === undefined ? [] : [{ base, leaf, property, size: family.length }];
  });
  return found.slice(0, 1);
}

/** The smallest family makes the clearest example; among equals, the first by name. */
function smallestFamily(plan: Plan): Family | undefined {
  const families = sortBy(plan.types.values(), (type) => type.fullName).flatMap((type) => familyOf(type, plan));
  return families.reduce<Family | undefined>(
    (best, family) => (best === undefined || family.size < best.size ? family : best),
    undefined,
  );
}

/**
 * Shows how `@odata.type` distinguishes the subtypes of a base.
 *
 * @returns an empty list if no base has two subtypes
 */
export function subtypeSection(packageName: string, plan: Plan): readonly string[] {
  const family = smallestFamily(plan);
  if (family === undefined) return [];
  const { base, leaf, property } = family;
  if (base.union === null || base.unionGuard === null) return [];
  return [
    "A base type does not import its subtypes, so a program loads only the ones it uses. To distinguish subtypes by " +
      "`@odata.type`, import their union and its type guard:",
    program(packageName, { values: [base.unionGuard], types: [base.symbol] }, [
      `export function show(value: ${base.symbol.name}): void {`,
      `  if (!${base.unionGuard.name}(value)) return;`,
      '  switch (value["@odata.type"]) {',
      `    case ${stringLiteral(`#${leaf.fullName}`)}:`,
      `      console.log(${member("value", property.name)});`,
      "      break;",
      "    default:",
      '      console.log(value["@odata.type"]);',
      "  }",
      "}",
    ]),
  ];
}

function collectionOf(types: readonly TypePlan[]) {
  return firstOf(types, (type) => {
    const related = [...type.properties.all.values()].find(
      ({ relationship, collection }) => relationship && collection,
    );
    return related === undefined ? [] : [{ type, related }];
  });
}

/** The first result for any of the items, computed lazily. */
function firstOf<T, F>(items: readonly T[], find: (item: T) => readonly F[]): F | undefined {
  for (const item of items) {
    const [found] = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}

/**
 * Shows how to read undocumented values: annotations, and properties that a tenant adds.
 *
 * @param types resources to search for a collection, the best known first
 * @returns an empty list if no resource has a collection of other resources
 */
export function annotationSection(types: readonly TypePlan[], packageName: string): readonly string[] {
  const found = collectionOf(types);
  if (found === undefined) return [];
  const { type, related } = found;
  return [
    "Responses keep everything that the service sends. `getAnnotation` reads the annotations of a property, and " +
      "`getProperty` reads properties that the documentation does not list, such as extensions:",
    program(packageName, { runtime: ["getAnnotation", "getProperty"], types: [type.symbol] }, [
      `export function inspect(value: ${type.symbol.name}): void {`,
      `  console.log(getAnnotation(value, ${stringLiteral(`${related.name}@odata.count`)}));`,
      `  console.log(getAnnotation(value, ${stringLiteral(`${related.name}@odata.nextLink`)}));`,
      '  console.log(getProperty(value, "extension_badge"));',
      "}",
    ]),
  ];
}
