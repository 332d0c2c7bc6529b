import { operationPairs } from "../../metadata.ts";
import { metadataRule } from "../../rule.ts";

export const metadataOperationUnknown = metadataRule({
  name: "metadata-operation-unknown",
  severity: "warning",
  message: "Unexpected {kind} {name}, expected an action or function of the metadata",
  description: "The metadata has no action or function with the name of a documented one.",
  why: "The service responds with the status 404 Not Found.",
  advice: "Correct the URL, or remove the page.",
  example: { page: "api/boat-launch.md", ok: "POST /boats/{boatId}/launch", notOk: "POST /boats/{boatId}/lunch" },
  check: (site) =>
    operationPairs(site)
      .filter(({ metadata }) => metadata.length === 0)
      .map(({ docs, name }) => ({
        params: { kind: docs.kind, name },
        place: docs.requests[0]?.source ?? docs.source,
      })),
});
