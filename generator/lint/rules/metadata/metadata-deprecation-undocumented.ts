import { findProperty } from "../../../metadata/look-up.ts";
import { declaredAt, typePairs } from "../../metadata.ts";
import { metadataRule } from "../../rule.ts";

export const metadataDeprecationUndocumented = metadataRule({
  name: "metadata-deprecation-undocumented",
  severity: "warning",
  message: "Unexpected {name} without a note about its deprecation, expected one as the metadata calls it deprecated",
  description: "The metadata calls a type or a property deprecated, and the docs do not.",
  why: "Readers write programs that stop working.",
  advice: 'Begin the description with "(Deprecated)", or add a note to the page.',
  example: { page: "resources/boat.md", ok: "(Deprecated) Number on the bow.", notOk: "Number on the bow." },
  check: (site) =>
    typePairs(site).flatMap(({ docs, metadata }) =>
      [
        { docs, declared: metadata },
        ...docs.properties.map((each) => ({
          docs: each,
          declared: findProperty(site.metadata, metadata, each.name),
        })),
      ].flatMap(({ docs: item, declared }) => {
        if (declared?.deprecated !== true || item.deprecated !== null) return [];
        return [{ params: { name: item.name }, place: item.source, related: declaredAt(site.metadata, declared) }];
      }),
    ),
});
