import { findProperty } from "../../../metadata/look-up.ts";
import { declaredAt, typePairs } from "../../metadata.ts";
import { metadataRule } from "../../rule.ts";

export const metadataPropertyUnknown = metadataRule({
  name: "metadata-property-unknown",
  severity: "warning",
  message: "Unexpected property {name} of {type}, expected a property of the metadata",
  description: "The metadata has no property with the name of a documented one.",
  why: "The service neither returns nor accepts the property.",
  advice: "Correct the name, or remove the row.",
  example: { page: "resources/boat.md", ok: "|length|Int32|", notOk: "|width|Int32|" },
  check: (site) =>
    typePairs(site).flatMap(({ docs, metadata }) =>
      docs.properties.flatMap((property) => {
        // Annotations are not declared.
        if (property.inferred || metadata.open || property.name.includes("@")) return [];
        if (findProperty(site.metadata, metadata, property.name) !== null) return [];
        const params = { name: property.name, type: docs.name };
        return [{ params, place: property.source, related: declaredAt(site.metadata, metadata) }];
      }),
    ),
});
