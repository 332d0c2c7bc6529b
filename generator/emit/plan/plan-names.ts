import type { EnumModel, OperationModel, TypeModel } from "../../api/model.ts";
import { sortBy } from "../../util/compare.ts";
import type { EnumStyle } from "../../settings.ts";
import { fullName } from "../../util/odata.ts";
import { descendantsOf, type Hierarchy } from "./hierarchy.ts";
import { areFew, ownRelationships, type TypeProperties } from "./members.ts";
import { modulePath, type ModulePaths } from "./modules.ts";
import { pascalIdentifier, toIdentifier, type Names, type NamingRule } from "./identifiers.ts";
import type { EnumPlan, OperationPlan, TypePlan } from "./plan.ts";
import { contentOf } from "./routes.ts";
import { RUNTIME_EXPORTS, RUNTIME_MODULE, type RuntimeName } from "./runtime-names.ts";
import type { TypeSymbol } from "../syntax/type-expression.ts";

function symbol(name: string, module: string): TypeSymbol {
  return { name, local: name, module };
}

export interface EnumContext {
  readonly paths: ModulePaths;
  readonly names: Names;
  readonly style: EnumStyle;
}

const ENUM: NamingRule = {
  kind: "enum",
  spell: (base) => {
    const plain = toIdentifier(base);
    return [plain, `${plain}Enum`];
  },
};

/** Plans an enum. */
export function planEnum(model: EnumModel, { paths, names, style }: EnumContext): EnumPlan {
  const id = fullName(model);
  const name = names.assign(ENUM, id, model.identifier);
  const module = modulePath(model.module, paths);
  const open = model.flags || model.members.some((member) => member.name === "unknownFutureValue");
  return { model, symbol: symbol(name, `enums/${module}`), style, open };
}

const OPERATION: NamingRule = {
  kind: "operation",
  spell: (base) => {
    const name = toIdentifier(base);
    return [name, `${name}Request`, `${name}Operation`];
  },
};

function derived(suffix: string, spellBase: (name: string) => string): NamingRule {
  return {
    kind: `${suffix} of`,
    spell: (name) => {
      const base = spellBase(name);
      return [`${base}${suffix}`, `${base}Request${suffix}`, `${base}Operation${suffix}`];
    },
  };
}

const OPTIONS = derived("Options", pascalIdentifier);
const CONTENT_OPTIONS = derived("ContentOptions", pascalIdentifier);
const BODY = derived("Body", pascalIdentifier);
const PERMISSIONS = derived("Permissions", (name) => name);

export interface OperationContext {
  readonly paths: ModulePaths;
  readonly names: Names;
}

/** Derives the other names of an operation from the name of its function, which is unique. */
function planOperation(model: OperationModel, name: string, { paths, names }: OperationContext): OperationPlan {
  const module = modulePath(model.module, paths);
  const options = names.assign(OPTIONS, name, name);
  const contentOptions = contentOf(model) === "mixed" ? names.assign(CONTENT_OPTIONS, name, name) : null;
  const body = names.assign(BODY, name, name);
  const permissions = names.assign(PERMISSIONS, name, name);
  return {
    model,
    symbol: symbol(name, module),
    options: symbol(options, module),
    contentOptions: contentOptions === null ? null : symbol(contentOptions, module),
    body: symbol(body, module),
    permissions: symbol(permissions, `permissions/${module}`),
  };
}

/**
 * Plans the operations. All functions are named before their options and bodies, so that functions take precedence.
 *
 * @param models operations that have a URL, by name
 */
export function planOperations(models: readonly OperationModel[], context: OperationContext): readonly OperationPlan[] {
  const named = models.map((model) => {
    return [model, context.names.assign(OPERATION, `${model.name} of ${model.source.file}`, model.name)] as const;
  });
  return named.map(([model, name]) => planOperation(model, name, context));
}

export interface TypeContext {
  readonly hierarchy: Hierarchy;
  readonly properties: ReadonlyMap<string, TypeProperties>;
  /** Types that a page defines. */
  readonly defined: ReadonlySet<string>;
  /** Path of the module that declares a type of the package. */
  readonly modules: ReadonlyMap<string, string>;
  readonly names: Names;
}

const NO_PROPERTIES: TypeProperties = { own: new Map(), all: new Map() };

/** An open type with at most this many documented properties is a dictionary. */
const FEW_PROPERTIES = 3;

/** An index signature would also apply to the subtypes, so a base without a page has none if a page defines a subtype. */
function isDictionary(model: TypeModel, properties: TypeProperties, hasDefinedSubtypes: boolean): boolean {
  return model.open && (model.inferred ? !hasDefinedSubtypes : properties.all.size <= FEW_PROPERTIES);
}

/** Sorted names of the properties that subtypes add to the properties of their base. */
function subtypeProperties(
  { all }: TypeProperties,
  descendants: readonly string[],
  context: TypeContext,
): readonly string[] {
  const owns = descendants.map((name) => context.properties.get(name)?.own ?? NO_PROPERTIES.own);
  const names = new Set<string>();
  for (const own of owns) for (const name of own.keys()) if (!all.has(name)) names.add(name);
  return sortBy(names, (name) => name);
}

const TYPE: NamingRule = {
  kind: "type",
  spell: (base) => {
    const name = toIdentifier(base);
    return [name, `${name}Resource`];
  },
};

function prefixed(prefix: string): NamingRule {
  return { kind: prefix, spell: (name) => [`${prefix}${name}`, `${prefix}${name}Type`] };
}

function namesOf(suffix: string): NamingRule {
  return { kind: `${suffix} of`, spell: (name) => [`${name}${suffix}`, `${name}${suffix}Name`] };
}

const RELATIONSHIP = namesOf("Relationship");
const SUBTYPE_PROPERTY = namesOf("SubtypeProperty");
const UNION = prefixed("Any");
const UNION_GUARD = prefixed("isAny");
const GUARD = prefixed("is");

/** Names a type. */
export function nameType(model: TypeModel, names: Names): string {
  return names.assign(TYPE, fullName(model), model.identifier);
}

const NONE: readonly string[] = [];

/** Plans a type, and names everything that is derived from it. */
export function planType(model: TypeModel, name: string, context: TypeContext): TypePlan {
  const { hierarchy, modules, names } = context;
  const id = fullName(model);
  const module = modules.get(id) ?? model.module;
  const subtypes = hierarchy.subtypes.get(id) ?? NONE;
  const descendants = subtypes.length === 0 ? NONE : descendantsOf(hierarchy, id);
  const base = modules.get(hierarchy.bases.get(id) ?? "");
  const isUnion = descendants.some((subtype) => modules.has(subtype));
  const properties = context.properties.get(id) ?? NO_PROPERTIES;
  const open = isDictionary(
    model,
    properties,
    descendants.some((subtype) => context.defined.has(subtype)),
  );
  // Nothing is known about the properties of a base without a page.
  const isUnknown = model.open && model.inferred && subtypes.length > 0;
  const derived = open || subtypes.length === 0 ? NONE : subtypeProperties(properties, descendants, context);
  const claim = (isNeeded: boolean, rule: NamingRule): string | null =>
    isNeeded ? names.assign(rule, id, name) : null;
  const relationships = claim(ownRelationships(properties.own).length > 0, RELATIONSHIP);
  const subtypePropertyNames = claim(areFew(derived) && !isUnknown, SUBTYPE_PROPERTY);
  const union = claim(isUnion, UNION);
  const unionGuard = claim(isUnion, UNION_GUARD);
  const guard = claim(base !== undefined, GUARD);
  const symbolIn = (home: string, found: string | null) => (found === null ? null : symbol(found, home));
  return {
    model,
    fullName: id,
    symbol: symbol(name, module),
    properties,
    open,
    subtypes,
    relationships: symbolIn(module, relationships),
    subtypeProperties: derived,
    hasSubtypeProperties: isUnknown || derived.length > 0,
    subtypePropertyNames: symbolIn(module, subtypePropertyNames),
    union: symbolIn(`unions/${module}`, union),
    unionGuard: symbolIn(`unions/${module}`, unionGuard),
    guard: symbolIn(`unions/${base ?? ""}`, guard),
  };
}

const RUNTIME: NamingRule = { kind: "runtime", spell: (base, name) => [name, base] };

/**
 * Names the exports of the runtime; an export with the name of a resource is imported under another name.
 *
 * @param names names of the model and those derived from it
 */
export function planRuntime(names: Names): ReadonlyMap<RuntimeName, TypeSymbol> {
  const plan = ([name, isValue]: (typeof RUNTIME_EXPORTS)[number]): readonly [RuntimeName, TypeSymbol] => {
    const other = isValue ? `graph${pascalIdentifier(name)}` : `Graph${name}`;
    return [name, { name, local: names.assign(RUNTIME, name, other), module: RUNTIME_MODULE }];
  };
  return new Map(RUNTIME_EXPORTS.map(plan));
}

const SELECT: NamingRule = { kind: "type parameter of", spell: () => ["Select", "SelectKeys"] };

/** Names the type parameter for the names in `$select`. */
export function planSelectParameter(names: Names): TypeSymbol {
  const name = names.assign(SELECT, "$select", "");
  return { name, local: name, module: null };
}
