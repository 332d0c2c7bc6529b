import { declaredAt, enumPairs } from "../../metadata.ts";
import { metadataRule } from "../../rule.ts";

export const metadataMemberUndocumented = metadataRule({
  name: "metadata-member-undocumented",
  severity: "info",
  message: "Unexpected {type} without the member {name} of the metadata, expected |{name}|…|",
  description: "The metadata declares an enum member that the docs do not list.",
  why: "Readers do not learn of the value, and programs that handle every documented value miss it.",
  advice: "Add the suggested row with a description.",
  example: { page: "resources/boatrig.md", ok: "|gaff|Four-sided sails.|\n", notOk: "" },
  check: (site) =>
    enumPairs(site).flatMap(({ docs, metadata }) => {
      const names = new Set(docs.members.map(({ name }) => name.toLowerCase()));
      return [...metadata.members.values()]
        .filter(({ name }) => !names.has(name.toLowerCase()) && !isSentinel(name))
        .map((member) => ({
          params: { type: docs.name, name: member.name },
          place: docs.source,
          related: declaredAt(site.metadata, member),
        }));
    }),
});

/** The member that marks an enum as evolvable; docs often leave it out. */
function isSentinel(name: string): boolean {
  return name.toLowerCase() === "unknownfuturevalue";
}
