import { aliasDeclaration, type Declaration } from "../syntax/declaration.ts";
import { sortBy } from "../../util/compare.ts";
import { docStructures, prose } from "../syntax/doc.ts";
import { functionHead, returnListText } from "../syntax/function-layout.ts";
import { namedText } from "../syntax/named-text.ts";
import { stringLiteral } from "../syntax/escape.ts";
import { descendantsOf } from "../plan/hierarchy.ts";
import { typeNames } from "./interface.ts";
import { importSpecifier } from "../plan/modules.ts";
import { runtimeSymbol, type Plan, type TypePlan } from "../plan/plan.ts";
import { StructureKind } from "../syntax/structure-kind.ts";
import { reference, union, type TypeExpression, type TypeSymbol } from "../syntax/type-expression.ts";

function typePlans(names: readonly string[], plan: Plan): readonly TypePlan[] {
  return names.flatMap((name) => plan.types.get(name) ?? []);
}

/** In the union, a base gets a literal `@odata.type`, which its interface cannot have. */
function alternative(type: TypePlan, plan: Plan): readonly TypeExpression[] {
  if (type.model.abstract) return [];
  if (type.subtypes.length === 0) return [reference(type.symbol)];
  return [reference(runtimeSymbol(plan, "Exactly"), reference(type.symbol), typeNames(type, plan))];
}

function familyOf(type: TypePlan, plan: Plan): readonly TypePlan[] {
  return [type, ...typePlans(descendantsOf(plan.hierarchy, type.fullName), plan)];
}

interface GuardFacts {
  readonly guard: TypeSymbol;
  readonly target: TypeSymbol;
  readonly names: readonly string[];
  readonly subject: string;
}

function guardFunction({ guard, target, names, subject }: GuardFacts, plan: Plan): Declaration {
  const typed = runtimeSymbol(plan, "TypedObject");
  const hasType = runtimeSymbol(plan, "hasODataType");
  return {
    structure: {
      kind: StructureKind.Function,
      name: guard.name,
      isExported: true,
      parameters: [{ name: "value", type: typed.local }],
      returnType: `value is ${target.local}`,
      docs: docStructures(prose(`Whether \`@odata.type\` names ${subject}.`)),
      statements: [returnListText(hasType.local, "value", names.map(stringLiteral))],
    },
    heads: [
      () =>
        functionHead({
          name: guard.name,
          isAsync: false,
          typeParameters: [],
          parameters: [`value: ${typed.local}`],
          result: `value is ${target.local}`,
          hasBody: true,
        }),
    ],
    types: [typed, target],
    values: [hasType],
    shape: { name: guard.name, type: reference(target) },
  };
}

function subtypeGuard(type: TypePlan, plan: Plan): readonly Declaration[] {
  if (type.guard === null) return [];
  const names = familyOf(type, plan).map((member) => member.fullName);
  return [
    guardFunction(
      { guard: type.guard, target: type.symbol, names, subject: `\`${type.model.name}\` or a subtype of it` },
      plan,
    ),
  ];
}

function unionWithGuard(type: TypePlan, plan: Plan): readonly Declaration[] {
  const family = familyOf(type, plan);
  const items = family.flatMap((member) => alternative(member, plan));
  if (type.union === null || type.unionGuard === null || items.length === 0) return [];
  const doc = prose(`The documented kinds of \`${type.model.name}\`, distinguished by \`@odata.type\`.`);
  const names = family.filter((member) => !member.model.abstract).map((member) => member.fullName);
  const subject = `one of the types of \`${type.union.name}\``;
  return [
    aliasDeclaration(type.union, union(items), doc),
    guardFunction({ guard: type.unionGuard, target: type.union, names, subject }, plan),
  ];
}

/** Guards of indirect subtypes are declared in the modules of their own bases and re-exported here. */
function furtherGuards(type: TypePlan, module: string, plan: Plan): readonly Declaration[] {
  const further = descendantsOf(plan.hierarchy, type.fullName).filter((name) => !type.subtypes.includes(name));
  const guards = typePlans(further, plan).flatMap((subtype) => subtype.guard ?? []);
  const modules = new Set(guards.map((guard) => guard.module ?? module));
  modules.delete(module);
  return sortBy(modules, (name) => name).map((from) => ({
    structure: namedText(
      "export",
      guards.filter((guard) => guard.module === from).map((guard) => guard.name),
      importSpecifier(module, from),
    ),
    types: [],
    values: [],
  }));
}

/** Whether a base has a union module: the base or a subtype is not abstract or has a guard. */
export function hasUnion(type: TypePlan, plan: Plan): boolean {
  return type.union !== null && familyOf(type, plan).some(({ model, guard }) => !model.abstract || guard !== null);
}

/**
 * Declares the union of a base's subtypes, and a type guard for each.
 *
 * @param type a base; nothing is declared for another type
 */
export function unionDeclarations(type: TypePlan, plan: Plan): readonly Declaration[] {
  const module = type.union?.module ?? null;
  if (module === null) return [];
  const guards = typePlans(type.subtypes, plan).flatMap((subtype) => subtypeGuard(subtype, plan));
  return [...unionWithGuard(type, plan), ...guards, ...furtherGuards(type, module, plan)];
}
