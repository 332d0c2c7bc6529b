import type { Json, PropertyModel } from "../../api/model.ts";
import { NO_DOC } from "../syntax/doc.ts";
import type { Properties } from "../plan/members.ts";
import { runtimeSymbol, type Plan, type TypePlan } from "../plan/plan.ts";
import { propertyMember } from "../types/property.ts";
import { jsonMember } from "../types/json-type.ts";
import { typeNames } from "../types/interface.ts";
import { relationshipsOf } from "../types/related-names.ts";
import { boundRelationship } from "./bindings.ts";
import { reference, union, type Member, type TypeExpression } from "../syntax/type-expression.ts";

/** A JSON object that an example of a page sends. */
export type JsonObject = Readonly<Record<string, Json>>;

/** A property that the page's own example omits is optional, even if the table marks it as required. */
export function isOptional(property: PropertyModel, examples: readonly JsonObject[]): boolean {
  return !property.required || examples.some((example) => !Object.hasOwn(example, property.name));
}

/** A property that the page's own example sets to null is nullable. */
export function acceptSent(property: PropertyModel, examples: readonly JsonObject[]): PropertyModel {
  const sendsNull = examples.some((example) => example[property.name] === null);
  return sendsNull ? { ...property, nullable: true } : property;
}

/** The `@odata.type` of a body, which may name a derived type. */
export function annotation(type: TypePlan | undefined, plan: Plan): readonly Member[] {
  if (type === undefined) return [];
  const name = union([typeNames(type, plan), { kind: "openString" }]);
  return [{ name: "@odata.type", type: name, optional: true, doc: NO_DOC }];
}

/** Members that the page's example sends but its table does not list. */
export function exampleMembers(
  known: Properties,
  examples: readonly JsonObject[],
  type: TypePlan | undefined,
  plan: Plan,
): readonly Member[] {
  const extra = new Map<string, Json>();
  for (const [name, value] of examples.flatMap((example) => Object.entries(example))) {
    extra.set(name, extra.get(name) ?? value);
  }
  if (type !== undefined) extra.delete("@odata.type");
  return [...extra].flatMap(([name, value]) => {
    const inherited = type?.properties.all.get(name);
    if (known.has(name) || isBinding(name, type)) return [];
    return [inherited === undefined ? jsonMember(name, value) : propertyMember(inherited, true, plan)];
  });
}

/**
 * The examples without the members that neither the table nor the type of the body states. Annotations remain, and so
 * does everything if no example sends a row, because the table then describes something else.
 */
export function withoutUnstated(
  examples: readonly JsonObject[],
  listed: Properties,
  type: TypePlan | undefined,
): readonly JsonObject[] {
  if (!examples.some((example) => Object.keys(example).some((name) => listed.has(name)))) return examples;
  const isStated = (name: string) => listed.has(name) || name.includes("@") || type?.properties.all.has(name) === true;
  return examples.map((example) => Object.fromEntries(Object.entries(example).filter(([name]) => isStated(name))));
}

/** Whether a name binds a documented relationship, which the type of the body already accepts. */
function isBinding(name: string, type: TypePlan | undefined): boolean {
  return type?.properties.all.get(boundRelationship(name) ?? "")?.relationship === true;
}

/** A type with relationships accepts bindings to existing objects; an open type accepts any property. */
export function bindable(type: TypePlan | undefined, named: TypeExpression, plan: Plan): TypeExpression {
  if (type === undefined || type.open) return named;
  const relationships = relationshipsOf(type, plan);
  if (relationships === null) return named;
  // Derived types have their own relationships.
  const names = type.subtypes.length === 0 ? [reference(relationships)] : [];
  return reference(runtimeSymbol(plan, "Bindable"), named, ...names);
}

/**
 * The properties of a resource that a body accepts: all except read-only ones that no example of the page sends.
 *
 * @param stated names that the body itself declares
 */
export function writable(
  type: TypePlan,
  examples: readonly JsonObject[],
  plan: Plan,
  stated: readonly string[] = [],
): TypeExpression {
  const resource = reference(type.symbol);
  if (type.open) return resource;
  const readOnly = [...type.properties.all.values()]
    .filter((row) => row.readOnly && !examples.some((example) => Object.hasOwn(example, row.name)))
    .map(({ name }) => name);
  const names = [...new Set([...readOnly, ...stated])].map((value) => ({ kind: "literal", value }) as const);
  return names.length === 0 ? resource : reference(runtimeSymbol(plan, "Writable"), resource, union(names));
}
