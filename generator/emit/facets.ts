import type { PropertyModel } from "../api/model.ts";
import { sha256 } from "../util/hash.ts";
import type { Input } from "./draft.ts";
import type { Properties } from "./members.ts";
import type { Summarize } from "./operation-summary.ts";
import type { EnumPlan, OperationPlan, Plan, TypePlan } from "./plan.ts";
import type { TypeSymbol } from "./type-expression.ts";

/**
 * What a declaration may depend on of something in the plan: `words` are what a type's page says of it as a whole,
 * `derived` the names that its subtypes have besides.
 */
export type FacetKind =
  "type" | "words" | "own" | "all" | "enum" | "base" | "subtypes" | "derived" | "bare" | "operation";

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

/** What others read of a type: neither its words, its properties nor those of its subtypes. */
function digestType(type: TypePlan | undefined): string {
  if (type === undefined) return "";
  const { name, namespace, kind, keys, abstract, inferred } = type.model;
  const rest = { ...type, model: null, properties: null, subtypeProperties: null };
  return JSON.stringify([name, namespace, kind, keys, abstract, inferred, rest]);
}

function digestWords(type: TypePlan | undefined): string {
  if (type === undefined) return "";
  const { description, deprecated, source } = type.model;
  return JSON.stringify([description, deprecated, source]);
}

function digestEnum(plan: EnumPlan | undefined): string {
  return plan === undefined ? "" : sha256(JSON.stringify(plan));
}

function digestOperation(plan: OperationPlan | undefined, summarize: Summarize): string {
  if (plan === undefined) return "";
  const { model, ...symbols } = plan;
  const texts = Object.values(symbols).map(symbolText);
  return [summarize(model).digest, model.name, model.module, ...texts].join("\n");
}

/** Neither names nor paths of modules have blanks. */
function symbolText(symbol: TypeSymbol | null): string {
  return symbol === null ? "" : `${symbol.name} ${symbol.local} ${symbol.module ?? ""}`;
}

type Find = (plan: Plan, name: string, property: string | undefined) => string;

const DIGESTS: Readonly<Record<FacetKind, Find>> = {
  type: ({ types }, name) => digestType(types.get(name)),
  words: ({ types }, name) => digestWords(types.get(name)),
  own: ({ types }, name, property) => digestProperties(types.get(name)?.properties.own, property),
  all: ({ types }, name, property) => digestProperties(types.get(name)?.properties.all, property),
  derived: ({ types }, name) => [...(types.get(name)?.subtypeProperties ?? [])].join("\n"),
  enum: ({ enums }, name) => digestEnum(enums.get(name)),
  base: ({ hierarchy }, name) => hierarchy.bases.get(name) ?? "",
  subtypes: ({ hierarchy }, name) => (hierarchy.subtypes.get(name) ?? []).join("\n"),
  bare: ({ bareTypeNames }, name) => String(bareTypeNames.has(name)),
  operation: ({ operations, summarize }, name) => digestOperation(operations.get(name), summarize),
};

function digestOf(plan: Plan, input: Input): string {
  const [, name = "", property] = input.split("\n");
  return DIGESTS[kindOf(input)](plan, name, property);
}

/** The kind of a facet that an input is. */
export function kindOf(input: Input): FacetKind {
  const kind = input.slice(0, input.indexOf("\n"));
  if (!isKind(kind)) throw new Error(`Unexpected input ${kind}, expected the name of a facet`);
  return kind;
}

function isKind(kind: string): kind is FacetKind {
  return Object.hasOwn(DIGESTS, kind);
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
