import type { PropertyFacts, SketchMember } from "../../page/model.ts";
import type { LinkContext, TypeBuilder } from "../link-context.ts";
import type { PropertyModel } from "../model.ts";
import { withoutWrongLink } from "../declare/symbols.ts";
import { resolveType } from "./resolve.ts";

/** Resolves a row of a page's table to a property of the model. */
export function linkProperty(
  context: LinkContext,
  facts: PropertyFacts,
  owner: string,
  namespace: string,
  isKey: boolean,
): PropertyModel {
  // The values of a key identify objects, so listed values are only examples.
  const closed = facts.closed && !isKey && facts.name !== "id";
  const { name: property, values, combined, supported = false } = facts;
  const site = { owner, property, namespace, values, closed, supported, combined };
  const use = resolveType(context, withoutWrongLink(context.symbols, facts.type, namespace), site);
  const nullable = facts.nullable ?? facts.type.nullable ?? !(isKey || facts.key || facts.required || use.collection);
  return {
    name: facts.name,
    type: use.type,
    collection: use.collection,
    values: use.values,
    relationship: facts.relationship,
    readOnly: facts.readOnly,
    required: facts.required,
    nullable,
    inherited: facts.inheritedFrom !== null,
    inferred: false,
    deprecated: facts.deprecated,
    default: facts.default,
    description: facts.description,
    source: facts.source,
  };
}

/** Adds the rows of one statement about a type; a repeated row is compared with the existing one. */
export function addRows(context: LinkContext, draft: TypeBuilder, rows: readonly PropertyFacts[]): void {
  for (const row of rows) {
    const property = linkProperty(context, row, draft.symbol.name, draft.namespace, draft.keys.includes(row.name));
    const first = draft.properties.get(property.name);
    if (row.inheritedFrom !== null) draft.inheritedFrom.set(row.name, row.inheritedFrom);
    if (first === undefined) draft.properties.set(property.name, property);
    else reportDifference(context, first, property);
  }
}

function reportDifference(context: LinkContext, first: PropertyModel, second: PropertyModel): void {
  if (first.type === second.type && first.collection === second.collection) return;
  const related = [{ message: `${first.name} is stated here first`, place: first.source }];
  const params = { name: first.name, first: typeText(first), second: typeText(second) };
  context.collector.add("property-stated-twice", params, second.source, related);
}

/** Formats the name of a type for messages. */
export function typeText({ type, collection }: Pick<PropertyModel, "type" | "collection">): string {
  return collection ? `Collection(${type})` : type;
}

/** Adds members that only the JSON representation shows. */
export function addSketch(context: LinkContext, draft: TypeBuilder, members: readonly SketchMember[]): void {
  const present = new Set([...draft.properties.keys()].map((name) => name.toLowerCase()));
  for (const { name, type, values } of members) {
    if (present.has(name.toLowerCase()) || !/^[A-Za-z_]\w*$/.test(name)) continue;
    const site = { owner: draft.symbol.name, property: name, namespace: draft.namespace, values };
    const use = resolveType(context, type, site);
    draft.properties.set(name, inferredProperty(name, use, type.place));
  }
}

/** Creates a property that no table states. */
export function inferredProperty(
  name: string,
  use: Pick<PropertyModel, "type" | "collection" | "values">,
  source: PropertyModel["source"],
): PropertyModel {
  return {
    name,
    ...use,
    relationship: false,
    readOnly: false,
    required: false,
    nullable: !use.collection,
    inherited: false,
    inferred: true,
    deprecated: null,
    default: null,
    description: "",
    source,
  };
}
