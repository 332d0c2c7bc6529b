import type { PropertyModel } from "../api/model.ts";
import { sha256 } from "../util/hash.ts";
import type { Input } from "./draft.ts";
import type { Properties } from "./members.ts";
import type { EnumPlan, OperationPlan, Plan, TypePlan } from "./plan.ts";

/**
 * What a declaration may depend on of something in the plan: `words` are what a type's page says of it as a whole,
 * `derived` the names that its subtypes have besides.
 */
export type FacetKind = "type" | "words" | "own" | "all" | "enum" | "base" | "subtypes" | "derived" | "bare" | "operation";

/**
 * Names a facet of the plan.
 *
 * @param property of `own` and `all`, the properties of a type: one of them, or null for the whole list
 */
export function facet(kind: FacetKind, name: string, property: string | null = null): Input {
  // No name has a line feed: each is a word of a line of a page.
  return property === null ? `${kind}\n${name}` : `${kind}\n${name}\n${property}`;
}

/** Tells what stands behind a facet; two plans in which it is the same text agree in the facet. */
export type Digest = (input: Input) => string;

/** Properties are the same objects in every type that inherits them. */
const propertyTexts = new WeakMap<PropertyModel, string>();

function propertyText(property: PropertyModel | undefined): string {
  if (property === undefined) return "";
  const text = propertyTexts.get(property) ?? JSON.stringify(property);
  propertyTexts.set(property, text);
  return text;
}

function digestProperties(properties: Properties | undefined, name: string | undefined): string {
  if (properties === undefined) return "";
  if (name !== undefined) return propertyText(properties.get(name));
  return sha256([...properties].map(([key, property]) => `${key}\n${propertyText(property)}`).join("\n"));
}

function digestType(type: TypePlan | undefined): string {
  if (type === undefined) return "";
  const { properties: _properties, subtypeProperties: _derived, model, ...rest } = type;
  const { name, namespace, kind, keys, abstract, inferred } = model;
  return sha256(JSON.stringify([rest, { name, namespace, kind, keys, abstract, inferred }]));
}

function digestWords(type: TypePlan | undefined): string {
  if (type === undefined) return "";
  const { description, deprecated, source } = type.model;
  return JSON.stringify([description, deprecated, source]);
}

function digestPlan(plan: EnumPlan | OperationPlan | undefined): string {
  return plan === undefined ? "" : sha256(JSON.stringify(plan));
}

function digestOf(plan: Plan, input: Input): string {
  const [kind = "", name = "", property] = input.split("\n");
  switch (kind) {
    case "type":
      return digestType(plan.types.get(name));
    case "words":
      return digestWords(plan.types.get(name));
    case "own":
      return digestProperties(plan.types.get(name)?.properties.own, property);
    case "all":
      return digestProperties(plan.types.get(name)?.properties.all, property);
    case "derived":
      return [...(plan.types.get(name)?.subtypeProperties ?? [])].join("\n");
    case "enum":
      return digestPlan(plan.enums.get(name));
    case "base":
      return plan.hierarchy.bases.get(name) ?? "";
    case "subtypes":
      return (plan.hierarchy.subtypes.get(name) ?? []).join("\n");
    case "bare":
      return String(plan.bareTypeNames.has(name));
    case "operation":
      return digestPlan(plan.operations.get(name));
    default:
      throw new Error(`Unexpected input ${kind}, expected the name of a facet`);
  }
}

/** Finds out what stands behind the facets of a plan, each once. */
export function createDigest(plan: Plan): Digest {
  const known = new Map<Input, string>();
  return (input) => {
    const digest = known.get(input) ?? digestOf(plan, input);
    known.set(input, digest);
    return digest;
  };
}
