import type { PropertyModel } from "../../api/model.ts";
import { formatOf, typeOfValue } from "./type-of.ts";
import type { Doc, DocTag } from "../syntax/doc.ts";
import type { Plan } from "../plan/plan.ts";
import type { Member } from "../syntax/type-expression.ts";

function mentionsReadOnly(description: string): boolean {
  return /read[- ]?only/i.test(description);
}

function tagsOf(property: PropertyModel): readonly DocTag[] {
  const format = formatOf(property.type);
  return [
    ...(property.default === null ? [] : [{ name: "default", text: property.default } as const]),
    ...(property.deprecated === null ? [] : [{ name: "deprecated", text: property.deprecated } as const]),
    ...(format === null ? [] : [{ name: "format", text: format } as const]),
  ];
}

/** Whether a text says no more than the name of what it describes. */
function repeatsName({ name, description }: PropertyModel): boolean {
  return description.replace(/[\s.]+/g, "").toLowerCase() === name.toLowerCase();
}

function docOf(property: PropertyModel): Doc {
  const readOnly = property.readOnly && !mentionsReadOnly(property.description);
  return {
    paragraphs: [repeatsName(property) ? "" : property.description, ...(readOnly ? ["Read-only."] : [])],
    tags: tagsOf(property),
  };
}

/**
 * Turns a property into a member of an interface.
 *
 * @param optional whether objects may omit it
 */
export function propertyMember(property: PropertyModel, optional: boolean, plan: Plan): Member {
  return { name: property.name, type: typeOfValue(property, plan), optional, doc: docOf(property) };
}
