import { findProperty } from "../../../metadata/look-up.ts";
import { declaredAt, shownType, typePairs, typesDiffer } from "../../metadata.ts";
import { metadataRule } from "../../rule.ts";

export const metadataPropertyTypeDiffers = metadataRule({
  name: "metadata-property-type-differs",
  severity: "warning",
  message: "Unexpected type {type} of {name}, expected {expected} as in the metadata",
  description: "The docs and the metadata state different types of a property.",
  why: "Programs read or send values of the wrong type.",
  advice: "Correct the type.",
  example: { page: "resources/boat.md", ok: "|length|Int32|", notOk: "|length|Double|" },
  check: (site) =>
    typePairs(site).flatMap(({ docs, metadata }) =>
      docs.properties.flatMap((property) => {
        const found = property.inferred ? null : findProperty(site.metadata, metadata, property.name);
        if (found === null || !typesDiffer(property, found, site)) return [];
        const params = { type: shownType(property), name: property.name, expected: shownType(found) };
        return [{ params, place: property.source, related: declaredAt(site.metadata, found) }];
      }),
    ),
});
