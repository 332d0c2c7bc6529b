import { declaredAt, operationPairs } from "../../metadata.ts";
import { metadataRule } from "../../rule.ts";

export const metadataOperationKindDiffers = metadataRule({
  name: "metadata-operation-kind-differs",
  severity: "warning",
  message: "Unexpected {kind} {name}, expected {expected} as in the metadata",
  description: "The docs send the request of an action to a function of the metadata, or the reverse.",
  why: "An action requires POST and a function GET.",
  advice: "Correct the method of the request.",
  example: { page: "api/boat-launch.md", ok: "POST /boats/{boatId}/launch", notOk: "GET /boats/{boatId}/launch()" },
  check: (site) =>
    operationPairs(site).flatMap(({ docs, name, metadata }) => {
      const [found] = metadata;
      const method = docs.requests[0]?.method;
      if (found === undefined || metadata.some(({ kind }) => kind !== found.kind)) return [];
      const kind = method === "GET" ? "function" : "action";
      if (kind === found.kind) return [];
      const place = docs.requests[0]?.source ?? docs.source;
      return [{ params: { kind, name, expected: found.kind }, place, related: declaredAt(site.metadata, found) }];
    }),
});
