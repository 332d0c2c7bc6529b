import { declaredAt, operationPairs, parameterRows, shownType } from "../../metadata.ts";
import { metadataRule } from "../../rule.ts";

export const metadataParameterUndocumented = metadataRule({
  name: "metadata-parameter-undocumented",
  severity: "info",
  message: "Unexpected table without the parameter {name} of {operation}, expected |{name}|{type}|…|",
  description: "The metadata declares a parameter that the table of an action or function does not list.",
  why: "Readers do not learn of the parameter, and the package does not accept it.",
  advice: "Add the suggested row with a description.",
  example: { page: "api/boat-launch.md", ok: "|speed|Int32|How fast.|\n", notOk: "|port|String|Where to.|\n" },
  check: (site) =>
    operationPairs(site).flatMap(({ docs, name, metadata }) => {
      const rows = parameterRows(docs);
      const documented = new Set(rows.map((row) => row.name.toLowerCase()));
      const [first, ...others] = metadata;
      if (first === undefined || rows.length === 0) return [];
      return [...first.parameters]
        .filter(([key]) => !documented.has(key) && others.every(({ parameters }) => parameters.has(key)))
        .map(([, parameter]) => ({
          params: { name: parameter.name, operation: name, type: shownType(parameter) },
          place: docs.requestBody?.source ?? docs.source,
          related: declaredAt(site.metadata, parameter),
        }));
    }),
});
