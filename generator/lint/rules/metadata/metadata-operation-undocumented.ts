import { declaredAt, typePairs } from "../../metadata.ts";
import { metadataRule } from "../../rule.ts";

export const metadataOperationUndocumented = metadataRule({
  name: "metadata-operation-undocumented",
  severity: "info",
  message:
    "Unexpected {type} without a page for the {kind} {name} of the metadata, expected one that is linked below Methods",
  description: "The metadata binds an action or function to a documented type, and no page describes it.",
  why: "Readers do not learn of it, and the package has no function for it.",
  advice: "Add a page, or leave it out on purpose.",
  example: { page: "api/boat-launch.md", ok: "POST /boats/{boatId}/launch", notOk: "POST /boats/{boatId}/lunch" },
  check: (site) => {
    const documented = new Set(
      site.model.operations.flatMap(({ requests }) => requests.map(({ path }) => lastName(path))),
    );
    const types = new Map(typePairs(site).map(({ docs, metadata }) => [metadata.name.toLowerCase(), docs]));
    return [...site.metadata.operations].flatMap(([name, overloads]) => {
      if (documented.has(name)) return [];
      const bound = new Map(overloads.map((each) => [each.bound?.toLowerCase() ?? "", each]));
      return [...bound].flatMap(([type, operation]) => {
        const docs = types.get(type);
        if (docs === undefined) return [];
        const params = { type: docs.name, kind: operation.kind, name: operation.name };
        return [{ params, place: docs.source, related: declaredAt(site.metadata, operation) }];
      });
    });
  },
});

/** Name of the last segment of a path, without a namespace and arguments. */
function lastName(path: string): string {
  const segment = path.slice(path.lastIndexOf("/") + 1).replace(/\(.*$/s, "");
  return segment.slice(segment.lastIndexOf(".") + 1).toLowerCase();
}
