import { declaredAt, typePairs } from "../../metadata.ts";
import { metadataRule } from "../../rule.ts";

export const metadataBaseDiffers = metadataRule({
  name: "metadata-base-differs",
  severity: "warning",
  message: "Unexpected base type {base} of {name}, expected {expected} as in the metadata",
  description: "The docs and the metadata state different base types.",
  why: "The properties of the wrong base type are added to the type, and those of the right one are missing.",
  advice: "Correct the base type in the annotation or in the text.",
  example: {
    page: "resources/sailor.md",
    ok: '"@odata.type": "microsoft.graph.sailor" }',
    notOk: '"@odata.type": "microsoft.graph.sailor", "baseType": "microsoft.graph.boat" }',
  },
  check: (site) =>
    typePairs(site).flatMap(({ docs, metadata }) => {
      // Most pages do not state that an entity is one.
      const isSame = (docs.baseType ?? "").toLowerCase() === (metadata.base ?? "").toLowerCase();
      const isEntity = docs.baseType === null && /\.entity$/i.test(metadata.base ?? "");
      if (isSame || isEntity) return [];
      const params = { base: docs.baseType ?? "none", name: docs.name, expected: metadata.base ?? "none" };
      return [{ params, place: docs.source, related: declaredAt(site.metadata, metadata) }];
    }),
});
