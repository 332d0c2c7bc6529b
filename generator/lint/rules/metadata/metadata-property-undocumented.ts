import { withBases } from "../../../metadata/look-up.ts";
import type { MetadataType } from "../../../metadata/model.ts";
import { declaredAt, qualifiedName, shownType, typePairs } from "../../metadata.ts";
import type { ComparedSite } from "../../model.ts";
import { metadataRule } from "../../rule.ts";

export const metadataPropertyUndocumented = metadataRule({
  name: "metadata-property-undocumented",
  severity: "info",
  message:
    "Unexpected {type} without a row for the property {name} of the metadata, expected |{name}|{propertyType}|…|",
  description: "The metadata declares a property that the page of its type does not list.",
  why: "Readers do not learn of the property, and the package does not contain it.",
  advice: "Add the suggested row with a description, or leave the property out on purpose.",
  example: { page: "resources/skipper.md", ok: "|licence|String|Number of the licence.|\n", notOk: "" },
  check: (site) => {
    const documented = documentedProperties(site);
    return typePairs(site).flatMap(({ docs, metadata }) =>
      [...metadata.properties.values()]
        .filter(({ name }) => !isDocumented(name, metadata, documented, site))
        .map((property) => ({
          params: { type: docs.name, name: property.name, propertyType: shownType(property) },
          place: docs.source,
          related: declaredAt(site.metadata, property),
        })),
    );
  },
});

/** Names of the documented properties of each type, all in lower case. */
type Documented = ReadonlyMap<string, ReadonlySet<string>>;

function documentedProperties({ model }: ComparedSite): Documented {
  return new Map(
    model.types.map((type) => [
      qualifiedName(type).toLowerCase(),
      new Set(type.properties.map(({ name }) => name.toLowerCase())),
    ]),
  );
}

/** A page may describe the properties of a base type. */
function isDocumented(name: string, type: MetadataType, documented: Documented, { metadata }: ComparedSite): boolean {
  return withBases(metadata, type).some(
    (each) => documented.get(each.name.toLowerCase())?.has(name.toLowerCase()) === true,
  );
}
