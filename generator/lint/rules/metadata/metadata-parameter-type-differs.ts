import { declaredAt, documentedParameters, shownType, typesDiffer } from "../../metadata.ts";
import { metadataRule } from "../../rule.ts";

export const metadataParameterTypeDiffers = metadataRule({
  name: "metadata-parameter-type-differs",
  severity: "warning",
  message: "Unexpected type {type} of the parameter {name}, expected {expected} as in the metadata",
  description: "The docs and the metadata state different types of a parameter.",
  why: "Programs send values of the wrong type.",
  advice: "Correct the type.",
  example: { page: "api/boat-launch.md", ok: "|speed|Int32|", notOk: "|speed|String|" },
  check: (site) =>
    documentedParameters(site).flatMap(({ row, declared }) => {
      const [first] = declared;
      if (first === undefined || declared.some((each) => !typesDiffer(row, each, site))) return [];
      const params = { type: shownType(row), name: row.name, expected: shownType(first) };
      return [{ params, place: row.source, related: declaredAt(site.metadata, first) }];
    }),
});
