import { declaredAt, documentedParameters } from "../../metadata.ts";
import { metadataRule } from "../../rule.ts";

export const metadataParameterUnknown = metadataRule({
  name: "metadata-parameter-unknown",
  severity: "warning",
  message: "Unexpected parameter {name} of {operation}, expected a parameter of the metadata",
  description: "The metadata has no parameter with the name of a documented one.",
  why: "The service rejects the request.",
  advice: "Correct the name, or remove the row.",
  example: { page: "api/boat-launch.md", ok: "|speed|Int32|", notOk: "|velocity|Int32|" },
  check: (site) =>
    documentedParameters(site)
      .filter(({ declared }) => declared.length === 0)
      .map(({ row, operation, overloads }) => ({
        params: { name: row.name, operation },
        place: row.source,
        related: overloads.slice(0, 1).flatMap((each) => declaredAt(site.metadata, each)),
      })),
});
