import { findProperty } from "../../../metadata/look-up.ts";
import { declaredAt, typePairs } from "../../metadata.ts";
import { metadataRule } from "../../rule.ts";

export const metadataReadOnlyUndocumented = metadataRule({
  name: "metadata-read-only-undocumented",
  severity: "info",
  message:
    'Unexpected description of {name} without "Read-only", expected it as the metadata declares the property computed',
  description: "The metadata declares that the service computes a property, and the docs do not call it read-only.",
  why: "Programs try to set the property, and the service rejects or ignores it.",
  advice: 'Add "Read-only." to the description.',
  example: { page: "resources/boat.md", ok: "Name of the builder. Read-only.", notOk: "Name of the builder." },
  check: (site) =>
    typePairs(site).flatMap(({ docs, metadata }) =>
      docs.properties.flatMap((property) => {
        const found = property.inferred ? null : findProperty(site.metadata, metadata, property.name);
        if (found?.computed !== true || property.readOnly || docs.keys.includes(property.name)) return [];
        return [{ params: { name: property.name }, place: property.source, related: declaredAt(site.metadata, found) }];
      }),
    ),
});
