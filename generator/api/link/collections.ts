import pluralize from "pluralize";
import { lastSegment } from "../../util/paths.ts";
import type { LinkContext } from "../link-context.ts";
import type { OperationDraft } from "./operations.ts";
import { symbolId } from "../declare/symbols.ts";

/**
 * Makes a relationship a collection if the table states a single type, but the operation that lists it returns a
 * collection of the same type.
 */
export function fixRelationships(context: LinkContext, operations: readonly OperationDraft[]): void {
  for (const { operation, naming, namespace } of operations) {
    const { response } = operation;
    if (operation.kind !== "list" || response.type === null) continue;
    const draft = context.types.get(symbolId(namespace, naming.resource).toLowerCase());
    for (const { path } of operation.requests) {
      const property = draft?.properties.get(lastSegment(path));
      if (draft === undefined || property === undefined || property.collection || property.type !== response.type)
        continue;
      if (!pluralize.isPlural(property.name)) continue;
      draft.properties.set(property.name, { ...property, collection: true, nullable: false });
      const related = [{ message: "the operation that lists it", place: operation.source }];
      context.collector.add("relationship-collection", { name: property.name }, property.source, related);
    }
  }
}
