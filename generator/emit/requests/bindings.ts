import type { Json } from "../../api/model.ts";
import { runtimeSymbol, type Plan } from "../plan/plan.ts";
import { NULL, UNKNOWN, reference, union, type Member, type TypeExpression } from "../syntax/type-expression.ts";

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

function toList(value: Json): readonly Json[] {
  return isList(value) ? value : [value];
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

/** A member whose objects accept the bindings that the examples send. */
export function withBindings(member: Member, examples: readonly JsonObject[], plan: Plan): Member {
  const names = boundBelow(member.name, examples);
  if (names.length === 0) return member;
  const relationships = union(names.map((value) => ({ kind: "literal", value })));
  const bind = (type: TypeExpression): TypeExpression => {
    if (type === UNKNOWN || type === NULL) return type;
    if (type.kind === "array") return { ...type, item: bind(type.item) };
    if (type.kind === "union") return { ...type, items: type.items.map(bind) };
    return reference(runtimeSymbol(plan, "Bindable"), type, relationships);
  };
  return { ...member, type: bind(member.type) };
}
