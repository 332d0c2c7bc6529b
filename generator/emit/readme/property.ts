import type { PropertyModel } from "../../api/model.ts";
import type { Plan, TypePlan } from "../plan/plan.ts";
import { isIdentifier, stringLiteral } from "../syntax/escape.ts";

/** Names of properties of a resource that programs use; null if it has no such property. */
export interface ShownProperties {
  /** Property to print. */
  readonly text: string | null;
  /** Property that identifies the resource. */
  readonly key: string | null;
  /** Property to filter by. */
  readonly filter: string | null;
}

/** Whether a property is text that may have any value. */
export function isPlainText(property: PropertyModel | undefined): property is PropertyModel {
  return (
    property?.type === "Edm.String" && !property.collection && property.values === null && property.deprecated === null
  );
}

/** Counts the types that have a text property with a name. */
export function countTextProperties(plan: Plan): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { properties } of plan.types.values()) {
    for (const property of properties.own.values()) {
      if (isPlainText(property)) counts.set(property.name, (counts.get(property.name) ?? 0) + 1);
    }
  }
  return counts;
}

/**
 * Chooses the properties of a resource that programs use. Text is a property whose name most types have, because that is
 * the one that readers know best.
 *
 * @param usage number of types that have a text property with a name
 */
export function shownProperties(resource: TypePlan | null, usage: ReadonlyMap<string, number>): ShownProperties {
  const texts = [...(resource?.properties.all.values() ?? [])].filter(isPlainText);
  const isKey = ({ name }: PropertyModel): boolean => name === "id" || resource?.model.keys.includes(name) === true;
  const count = ({ name }: PropertyModel): number => usage.get(name) ?? 0;
  const others = texts.filter((property) => !isKey(property)).sort((a, b) => count(b) - count(a));
  const isFiltered = ({ description }: PropertyModel): boolean => /\$filter\b/.test(description);
  const text = (others[0] ?? texts[0])?.name ?? null;
  return { text, key: texts.find(isKey)?.name ?? null, filter: others.find(isFiltered)?.name ?? text };
}

/** Writes the access to a property. */
export function member(variable: string, name: string | null): string {
  if (name === null) return variable;
  return isIdentifier(name) ? `${variable}.${name}` : `${variable}[${stringLiteral(name)}]`;
}
