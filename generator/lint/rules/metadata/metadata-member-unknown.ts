import { declaredAt, enumPairs } from "../../metadata.ts";
import { metadataRule } from "../../rule.ts";

/** More members of one enum than these have one cause, and are one finding. */
const MOST = 10;

export const metadataMemberUnknown = metadataRule({
  name: "metadata-member-unknown",
  severity: "warning",
  message: "Unexpected member {name} of {type}, expected a member of the metadata",
  description: "The metadata has no enum member with the name of a documented one.",
  why: "The service neither returns nor accepts the value.",
  advice: "Correct the name, or remove the row.",
  example: { page: "resources/boatrig.md", ok: "|gaff|", notOk: "|gaf|" },
  check: (site) =>
    enumPairs(site).flatMap(({ docs, metadata }) => {
      const unknown = docs.members.filter(({ name }) => !metadata.members.has(name.toLowerCase()));
      const related = declaredAt(site.metadata, metadata);
      const [first] = unknown;
      if (first !== undefined && unknown.length > MOST) {
        const name = `${first.name} and ${String(unknown.length - 1)} others`;
        return [{ params: { name, type: docs.name }, place: first.source, related }];
      }
      return unknown.map(({ name, source }) => ({ params: { name, type: docs.name }, place: source, related }));
    }),
});
