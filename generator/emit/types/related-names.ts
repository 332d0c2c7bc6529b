import { aliasDeclaration, type Declaration } from "../syntax/declaration.ts";
import { prose } from "../syntax/doc.ts";
import { ancestorsOf } from "../plan/hierarchy.ts";
import { ownRelationships } from "../plan/members.ts";
import type { Plan, TypePlan } from "../plan/plan.ts";
import { reference, union, type TypeExpression, type TypeSymbol } from "../syntax/type-expression.ts";

/** The alias of a type's relationships, or that of its nearest base that has one. */
export function relationshipsOf(type: TypePlan, plan: Plan): TypeSymbol | null {
  const family = [type.fullName, ...ancestorsOf(plan.hierarchy, type.fullName)];
  return family.flatMap((name) => plan.types.get(name)?.relationships ?? [])[0] ?? null;
}

/** The alias of the properties of a base's subtypes, `open` if they are too many, or `none`. */
export function subtypeNames(type: TypePlan): TypeSymbol | "open" | "none" {
  if (!type.hasSubtypeProperties) return "none";
  return type.subtypePropertyNames ?? "open";
}

function literals(names: readonly string[]): readonly TypeExpression[] {
  return names.map((value) => ({ kind: "literal", value }));
}

/** Declares the names of a type's relationships, and of the additional properties of its subtypes. */
export function relatedNames(type: TypePlan, plan: Plan): readonly Declaration[] {
  const declarations: Declaration[] = [];
  if (type.relationships !== null) {
    const base = plan.types.get(plan.hierarchy.bases.get(type.fullName) ?? "");
    const inherited = base === undefined ? null : relationshipsOf(base, plan);
    const names = literals(ownRelationships(type.properties.own));
    const all = inherited === null ? names : [reference(inherited), ...names];
    const doc = prose(`Relationships of \`${type.symbol.name}\`, which \`$expand\` can include.`);
    declarations.push(aliasDeclaration(type.relationships, union(all), doc));
  }
  if (type.subtypePropertyNames !== null) {
    const doc = prose(`Properties that only types derived from \`${type.symbol.name}\` have.`);
    declarations.push(aliasDeclaration(type.subtypePropertyNames, union(literals([...type.subtypeProperties])), doc));
  }
  return declarations;
}
