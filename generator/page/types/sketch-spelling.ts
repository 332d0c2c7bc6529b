import type { Collector } from "../../diagnostics/diagnostic.ts";
import type { PropertyFacts, SketchMember } from "../model.ts";

/**
 * Spells properties as the JSON representation does where only the case of letters differs: it shows what is sent, and
 * a row is prose.
 *
 * @returns the properties in their order
 */
export function spellAsSketch(
  properties: readonly PropertyFacts[],
  sketch: readonly SketchMember[],
  collector: Collector,
): readonly PropertyFacts[] {
  const exact = new Set(sketch.map(({ name }) => name));
  const byName = new Map(sketch.map((member) => [member.name.toLowerCase(), member]));
  return properties.map((property) => {
    const member = exact.has(property.name) ? undefined : byName.get(property.name.toLowerCase());
    if (member === undefined) return property;
    const related = [{ message: "the JSON representation", place: member.type.place }];
    collector.add("property-case-differs", { name: property.name, shown: member.name }, property.source, related);
    return { ...property, name: member.name };
  });
}
