import { compareByValues } from "../enums/same-values.ts";
import type { LinkContext, TypeBuilder } from "../link-context.ts";
import { ancestors } from "../link/ancestors.ts";
import { breakCycles, addStubs, remarkedBase } from "../link/inherit.ts";
import type { PropertyModel } from "../model.ts";
import { typeText } from "../link/properties.ts";
import { isEnum } from "../link/resolve.ts";

/** Sets the bases of undocumented types from "Inherited from" rows, and moves these rows to undocumented bases. */
export function linkInferredBases(context: LinkContext): void {
  const inferred = [...context.types.values()].filter((draft) => draft.inferred && draft.base === null);
  for (const draft of inferred) draft.base = remarkedBase(context, draft);
  addStubs(context);
  breakCycles(context);
  for (const draft of inferred) {
    const base = draft.base === null ? undefined : context.types.get(draft.base.toLowerCase());
    if (base?.inferred === true) moveInherited(draft, base);
  }
}

function moveInherited(draft: TypeBuilder, base: TypeBuilder): void {
  for (const name of draft.inheritedFrom.keys()) {
    const property = draft.properties.get(name);
    if (property === undefined) continue;
    draft.properties.delete(name);
    if (!base.properties.has(name)) base.properties.set(name, { ...property, inherited: false });
  }
  if (base.properties.has("id")) base.keys = ["id"];
}

/**
 * Removes rows from subtypes whose base states them. A row with a different type remains and results in a diagnostic,
 * unless the page marks it as inherited.
 */
export function dropInherited(context: LinkContext): void {
  const isSame = compareByValues(context);
  for (const draft of context.types.values()) {
    const chain = ancestors(context, draft.symbol.id).flatMap((id) => context.types.get(id.toLowerCase()) ?? []);
    if (chain.length === 0) continue;
    for (const property of draft.properties.values()) {
      const base = chain.find(({ properties }) => properties.has(property.name));
      const above = base?.properties.get(property.name);
      if (base === undefined || above === undefined) continue;
      // An enum of the base's values is the base's enum under another name.
      const own = isSame(property.type, above.type) ? { ...property, type: above.type } : property;
      draft.properties.set(own.name, own);
      resolveRedeclaration(context, draft, own, base, above);
    }
  }
}

function resolveRedeclaration(
  context: LinkContext,
  draft: TypeBuilder,
  property: PropertyModel,
  base: TypeBuilder,
  above: PropertyModel,
): void {
  const { name } = property;
  const isSame = above.type === property.type && above.collection === property.collection;
  const isSilent = isSame && !addsDetails(property, above);
  if (isSilent || property.inherited || property.inferred || above.inferred) {
    // A type that a table states takes precedence over one inferred from an example of the base.
    if (above.inferred && !property.inferred && !isSame) base.properties.set(name, { ...property, inherited: false });
    draft.properties.delete(name);
    return;
  }
  if (isSame) {
    // A key of the base is a key of the subtype, which need not repeat that.
    if (base.keys.includes(name)) draft.properties.set(name, { ...property, nullable: false });
    return;
  }
  // A subtype cannot change the type of an inherited property: a string gets the enum that the base states.
  if (property.type === "Edm.String" && isEnum(context, above.type)) {
    draft.properties.set(name, { ...property, type: above.type, collection: above.collection, values: null });
  }
  const params = { name, base: base.symbol.id, baseType: typeText(above), type: typeText(property) };
  const related = [{ message: "the base's property", place: above.source }];
  context.collector.add("property-redeclared", params, property.source, related);
}

/** Whether a row of a subtype adds a description or flags to the base's row. */
function addsDetails(property: PropertyModel, above: PropertyModel): boolean {
  const isDescribed = property.description !== "" && property.description !== above.description;
  const isMarked = property.required !== above.required || property.readOnly !== above.readOnly;
  return isDescribed || isMarked || property.values !== null;
}
