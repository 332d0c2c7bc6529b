import { findProperty } from "../../../metadata/look-up.ts";
import type { Metadata } from "../../../metadata/model.ts";
import { declaredAt, typePairs } from "../../metadata.ts";
import { metadataRule } from "../../rule.ts";

export const metadataDeprecationUnknown = metadataRule({
  name: "metadata-deprecation-unknown",
  severity: "info",
  message: "Unexpected note that {name} is deprecated, expected the same in the metadata",
  description: "The docs call a type or a property deprecated, and the metadata does not.",
  why: "Tools that read the metadata do not warn about it.",
  advice: "Have the metadata corrected, or remove the note.",
  example: { page: "resources/boat.md", ok: "Length in metres.", notOk: "(Deprecated) Length in metres." },
  check: (site) => {
    if (!hasDeprecations(site.metadata)) return [];
    return typePairs(site).flatMap(({ docs, metadata }) =>
      [
        { docs, declared: metadata },
        ...docs.properties.map((each) => ({
          docs: each,
          declared: findProperty(site.metadata, metadata, each.name),
        })),
      ].flatMap(({ docs: item, declared }) => {
        if (declared?.deprecated !== false || item.deprecated === null) return [];
        return [{ params: { name: item.name }, place: item.source, related: declaredAt(site.metadata, declared) }];
      }),
    );
  },
});

/** Metadata without any deprecation states nothing about it. */
function hasDeprecations({ types, enums }: Metadata): boolean {
  return [...types.values(), ...enums.values()].some(
    (item) =>
      item.deprecated || ("properties" in item && [...item.properties.values()].some((each) => each.deprecated)),
  );
}
