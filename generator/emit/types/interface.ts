// Turns the plan of a type into the declaration of its interface.
// Its properties are declared in `property.ts`, and the types of their values in `type-of.ts`.

import { interfaceDeclaration, type Declaration } from "../syntax/declaration.ts";
import { NO_DOC, type Doc, type DocTag } from "../syntax/doc.ts";
import { ancestorsOf } from "../plan/hierarchy.ts";
import { withoutBases } from "../text/inheritance.ts";
import { pageReference } from "./page-reference.ts";
import { propertyMember } from "./property.ts";
import { STRING, reference, union, type Member, type TypeExpression } from "../syntax/type-expression.ts";
import { runtimeSymbol, type Plan, type TypePlan } from "../plan/plan.ts";

/** Tags of every documented declaration: its deprecation and its page. */
export function sourceTags(
  item: { readonly deprecated: string | null; readonly source: { readonly file: string } },
  { pageUrl }: Plan,
): readonly DocTag[] {
  return [
    ...(item.deprecated === null ? [] : [{ name: "deprecated", text: item.deprecated } as const]),
    { name: "see", text: pageReference(item.source.file, pageUrl) },
  ];
}

/** Values of `@odata.type` for objects of exactly this type. */
export function typeNames(type: TypePlan, plan: Plan): TypeExpression {
  const full: TypeExpression = { kind: "literal", value: `#${type.fullName}` };
  const bare: TypeExpression = { kind: "literal", value: type.fullName };
  return union(plan.bareTypeNames.has(type.fullName) ? [full, bare] : [full]);
}

/** Whether the `@odata.type` of every object of a type is the name of the type. */
export function isLeaf(type: TypePlan): boolean {
  return type.subtypes.length === 0 && !type.model.abstract;
}

/** `@odata.type` is any string on the root of a hierarchy and a literal on a leaf; types in between inherit it. */
function annotation(type: TypePlan, plan: Plan): readonly Member[] {
  const isRoot = !plan.hierarchy.bases.has(type.fullName);
  if (!isLeaf(type) && !isRoot) return [];
  return [{ name: "@odata.type", type: isLeaf(type) ? typeNames(type, plan) : STRING, optional: true, doc: NO_DOC }];
}

function docOf(type: TypePlan, plan: Plan): Doc {
  const bases = ancestorsOf(plan.hierarchy, type.fullName);
  return { paragraphs: [withoutBases(type.model.description, bases)], tags: sourceTags(type.model, plan) };
}

/** Annotations that the runtime declares for every entity, although a page may list them as properties. */
const ANNOTATION = /^@odata\.(?:context|etag|id)$/;

/** Entities extend the interface with the annotations of the protocol. */
function rootBase(type: TypePlan, plan: Plan): TypeExpression | null {
  return type.model.kind === "entity" ? reference(runtimeSymbol(plan, "ODataObject")) : null;
}

/** Declares the interface of a resource. */
export function resourceInterface(type: TypePlan, plan: Plan): Declaration {
  const base = plan.types.get(plan.hierarchy.bases.get(type.fullName) ?? "");
  const hasOpenBase = ancestorsOf(plan.hierarchy, type.fullName).some((name) => plan.types.get(name)?.open === true);
  const properties = [...type.properties.own.values()]
    .filter(({ name }) => type.model.kind !== "entity" || !ANNOTATION.test(name))
    .map((property) => propertyMember(property, true, plan));
  return interfaceDeclaration({
    symbol: type.symbol,
    base: base === undefined ? rootBase(type, plan) : reference(base.symbol),
    members: [...annotation(type, plan), ...properties],
    open: type.open && !hasOpenBase,
    doc: docOf(type, plan),
  });
}
