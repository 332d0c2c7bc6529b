import type { Json } from "../../api/model.ts";
import { runtimeSymbol, type Plan } from "../plan/plan.ts";
import { jsonMember } from "../types/json-type.ts";
import {
  NULL,
  UNKNOWN,
  intersection,
  reference,
  union,
  type Member,
  type TypeExpression,
} from "../syntax/type-expression.ts";

type JsonObject = Readonly<Record<string, Json>>;

const BINDING = /^(\w+)@odata\.bind$/;

/** Name of the relationship that a property of a body binds to existing objects, or null. */
export function boundRelationship(name: string): string | null {
  return BINDING.exec(name)?.[1] ?? null;
}

/** Distinct relationships that the examples bind in the objects below a property. */
export function boundBelow(property: string, examples: readonly JsonObject[]): readonly string[] {
  const objects = examples.flatMap((example) => toList(example[property] ?? null));
  const names = objects.flatMap((value) =>
    typeof value === "object" && value !== null ? Object.keys(value).map(boundRelationship) : [],
  );
  return [...new Set(names)].filter((name) => name !== null);
}

/** Annotations, other than those of OData, that the examples send in the objects below a property. */
export function annotationsBelow(property: string, examples: readonly JsonObject[]): readonly Member[] {
  const objects = examples.flatMap((example) => toList(example[property] ?? null));
  const found = new Map<string, Json>();
  for (const value of objects) {
    if (typeof value !== "object" || value === null) continue;
    for (const [name, item] of Object.entries(value)) if (isOwnAnnotation(name)) found.set(name, item);
  }
  return [...found].map(([name, value]) => jsonMember(name, value));
}

/** Whether a name is an annotation of the service, such as `@microsoft.graph.conflictBehavior`. */
export function isOwnAnnotation(name: string): boolean {
  return name.includes("@") && !name.includes("@odata.");
}

function toList(value: Json): readonly Json[] {
  return isList(value) ? value : [value];
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

/** A member whose objects accept the bindings and annotations that the examples send. */
export function withBindings(member: Member, examples: readonly JsonObject[], plan: Plan): Member {
  const names = boundBelow(member.name, examples);
  const annotations = annotationsBelow(member.name, examples);
  if (names.length === 0 && annotations.length === 0) return member;
  const relationships = union(names.map((value) => ({ kind: "literal", value })));
  const bind = (type: TypeExpression): TypeExpression => {
    if (type === UNKNOWN || type === NULL) return type;
    if (type.kind === "array") return { ...type, item: bind(type.item) };
    if (type.kind === "union") return { ...type, items: type.items.map(bind) };
    const bound = names.length === 0 ? type : reference(runtimeSymbol(plan, "Bindable"), type, relationships);
    const isObject = type.kind === "reference" && annotations.length > 0;
    return isObject ? intersection([bound, { kind: "object", members: annotations }]) : bound;
  };
  return { ...member, type: bind(member.type) };
}
