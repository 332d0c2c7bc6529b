import { findProperty } from "../../../metadata/look-up.ts";
import type { MetadataProperty } from "../../../metadata/model.ts";
import { declaredAt, typePairs } from "../../metadata.ts";
import { metadataRule } from "../../rule.ts";

export const metadataNullabilityDiffers = metadataRule({
  name: "metadata-nullability-differs",
  severity: "info",
  message: "Unexpected statement that {name} is not nullable, expected the opposite as in the metadata",
  description: "The docs state that a property cannot be null, and the metadata states that it can.",
  why: "Programs that rely on the statement fail when the value is null.",
  advice: "Correct the description, or have the metadata corrected.",
  example: { page: "resources/boat.md", ok: "Length in metres.", notOk: "Length in metres. Not nullable." },
  check: (site) =>
    typePairs(site).flatMap(({ docs, metadata }) =>
      docs.properties.flatMap((property) => {
        const found = property.inferred ? null : findProperty(site.metadata, metadata, property.name);
        // "Required" is about requests, and keys are never null without a statement.
        const isStated = !property.nullable && !property.required && !property.collection;
        if (found === null || !isStated || docs.keys.includes(property.name) || !isNullable(found)) return [];
        return [{ params: { name: property.name }, place: property.source, related: declaredAt(site.metadata, found) }];
      }),
    ),
});

/** Metadata states nothing about the null value of collections and navigation properties. */
function isNullable({ nullable, collection, navigation }: MetadataProperty): boolean {
  return nullable && !collection && !navigation;
}
