import type { Place } from "../../../diagnostics/diagnostic.ts";
import { findProperty } from "../../../metadata/look-up.ts";
import type { Metadata, MetadataItem } from "../../../metadata/model.ts";
import { declaredAt, enumPairs, typePairs } from "../../metadata.ts";
import { metadataRule } from "../../rule.ts";

export const metadataCaseDiffers = metadataRule({
  name: "metadata-case-differs",
  severity: "warning",
  message: "Unexpected casing of {name}, expected {expected} as in the metadata",
  description: "The docs and the metadata spell a name with different capital letters.",
  why: "The service distinguishes capital letters in names, so that programs read undefined.",
  advice: "Spell the name as in the metadata; `lint --fix` does it.",
  example: { page: "resources/boatrig.md", ok: "|gaff|", notOk: "|Gaff|" },
  check: (site) => [
    ...typePairs(site).flatMap(({ docs, metadata }) =>
      docs.properties.flatMap((property) => {
        const found = property.inferred ? null : findProperty(site.metadata, metadata, property.name);
        return found === null ? [] : reportCase(property, found, site.metadata);
      }),
    ),
    ...enumPairs(site).flatMap(({ docs, metadata }) =>
      docs.members.flatMap((member) => {
        const found = metadata.members.get(member.name.toLowerCase());
        return found === undefined ? [] : reportCase(member, found, site.metadata);
      }),
    ),
  ],
});

function reportCase(docs: { readonly name: string; readonly source: Place }, found: MetadataItem, metadata: Metadata) {
  if (docs.name === found.name) return [];
  const params = { name: docs.name, expected: found.name };
  const fix = { place: docs.source, before: docs.name, after: found.name };
  return [{ params, place: docs.source, related: declaredAt(metadata, found), fix }];
}
