import type { EnumModel, OperationModel, TypeModel } from "../api/model.ts";
import { sortBy } from "./compare.ts";
import type { EnumStyle } from "../settings.ts";
import { descendantsOf, fullName, type Hierarchy } from "./hierarchy.ts";
import type { TypeProperties } from "./members.ts";
import { modulePath, type ModulePaths } from "./modules.ts";
import { giveName, pascalCase, toIdentifier, type Names } from "./names.ts";
import type { EnumPlan, OperationPlan, TypePlan } from "./plan.ts";
import { areFew, ownRelationships } from "./related-names.ts";
import { answersOf } from "./routes.ts";
import { RUNTIME_EXPORTS, RUNTIME_MODULE, type RuntimeName } from "./runtime.ts";
import type { TypeSymbol } from "./type-expression.ts";

function symbol(name: string, module: string): TypeSymbol {
  return { name, local: name, module };
}

/** What the plan of an enum needs to know. */
export interface EnumContext {
  readonly paths: ModulePaths;
  readonly names: Names;
  readonly style: EnumStyle;
}

/** Names an enum. */
export function planEnum(model: EnumModel, { paths, names, style }: EnumContext): EnumPlan {
  const plain = toIdentifier(model.identifier);
  const name = giveName(names, `enum ${fullName(model)}`, [plain, `${plain}Enum`]);
  const open = model.flags || model.members.some((member) => member.name === "unknownFutureValue");
  return { model, symbol: symbol(name, `enums/${modulePath(model.module, paths)}`), style, open };
}

/** Names what is derived from an operation; the name of its function tells it apart from all others. */
function planOperation(model: OperationModel, name: string, module: string, names: Names): OperationPlan {
  const pascal = pascalCase(name);
  const claim = (base: string, word: string): string =>
    giveName(names, `${word} of ${name}`, [`${base}${word}`, `${base}Request${word}`, `${base}Operation${word}`]);
  return {
    model,
    symbol: symbol(name, module),
    options: symbol(claim(pascal, "Options"), module),
    contentOptions: answersOf(model) === "mixed" ? symbol(claim(pascal, "ContentOptions"), module) : null,
    body: symbol(claim(pascal, "Body"), module),
    permissions: symbol(claim(name, "Permissions"), `permissions/${module}`),
  };
}

/** Names the functions of all operations that have a URL, and only then what is derived from them. */
export function planOperations(
  models: readonly OperationModel[],
  paths: ModulePaths,
  names: Names,
): readonly OperationPlan[] {
  const callable = models.filter((model) => model.requests.length > 0);
  const named = sortBy(callable, (model) => model.name).map((model) => {
    const name = toIdentifier(model.name);
    const key = `operation ${model.name} of ${model.source.file}`;
    return [model, giveName(names, key, [name, `${name}Request`, `${name}Operation`])] as const;
  });
  return named.map(([model, name]) => planOperation(model, name, modulePath(model.module, paths), names));
}

/** What the plan of a type needs to know of the others. */
export interface TypeContext {
  readonly hierarchy: Hierarchy;
  readonly properties: ReadonlyMap<string, TypeProperties>;
  /** Path of the module that declares a type of the package. */
  readonly modules: ReadonlyMap<string, string>;
  readonly names: Names;
}

const NO_PROPERTIES: TypeProperties = { own: new Map(), all: new Map() };

/** An open type that documents no more than this is a dictionary; any other has a few properties of the caller's own. */
const FEW_PROPERTIES = 3;

function isDictionary(model: TypeModel, properties: TypeProperties): boolean {
  return model.inferred || (model.open && properties.all.size <= FEW_PROPERTIES);
}

/** Names that the types derived from a base have and the base has not, sorted. */
function subtypeProperties(id: string, context: TypeContext): readonly string[] {
  const known = context.properties.get(id)?.all ?? new Map();
  const names = descendantsOf(context.hierarchy, id).flatMap((name) => [
    ...(context.properties.get(name)?.own.keys() ?? []),
  ]);
  return sortBy(new Set(names.filter((name) => !known.has(name))), (name) => name);
}

/** Names what is derived from a type. */
export function planType(model: TypeModel, name: string, context: TypeContext): TypePlan {
  const id = fullName(model);
  const module = context.modules.get(id) ?? model.module;
  const subtypes = context.hierarchy.subtypes.get(id) ?? [];
  const base = context.modules.get(context.hierarchy.bases.get(id) ?? "");
  const isUnion = descendantsOf(context.hierarchy, id).some((subtype) => context.modules.has(subtype));
  const claim = (prefix: string): string =>
    giveName(context.names, `${prefix} ${id}`, [`${prefix}${name}`, `${prefix}${name}Type`]);
  const claimNames = (word: string): string =>
    giveName(context.names, `${word} of ${id}`, [`${name}${word}`, `${name}${word}Name`]);
  const properties = context.properties.get(id) ?? NO_PROPERTIES;
  const open = isDictionary(model, properties);
  const derived = open ? [] : subtypeProperties(id, context);
  return {
    model,
    fullName: id,
    symbol: symbol(name, module),
    properties,
    open,
    subtypes,
    relationships: ownRelationships(properties.own).length > 0 ? symbol(claimNames("Relationship"), module) : null,
    subtypeProperties: derived,
    hasSubtypeProperties: derived.length > 0,
    subtypePropertyNames: areFew(derived) ? symbol(claimNames("SubtypeProperty"), module) : null,
    union: isUnion ? symbol(claim("Any"), `unions/${module}`) : null,
    unionGuard: isUnion ? symbol(claim("isAny"), `unions/${module}`) : null,
    guard: base === undefined ? null : symbol(claim("is"), `unions/${base}`),
  };
}

/**
 * Names the exports of the runtime; one that a resource has too is imported under another name.
 *
 * @param names names of the model and those derived from it
 */
export function planRuntime(names: Names): ReadonlyMap<RuntimeName, TypeSymbol> {
  const plan = ([name, isValue]: (typeof RUNTIME_EXPORTS)[number]): readonly [RuntimeName, TypeSymbol] => {
    const prefixed = isValue ? `graph${pascalCase(name)}` : `Graph${name}`;
    return [name, { name, local: giveName(names, `runtime ${name}`, [name, prefixed]), module: RUNTIME_MODULE }];
  };
  return new Map(RUNTIME_EXPORTS.map(plan));
}
