import { createCollector, type Result } from "../../diagnostics/diagnostic.ts";
import { pascalCase } from "../../util/words.ts";
import type { OperationModel } from "../model.ts";
import type { OperationDraft } from "../link/operations.ts";

/** Namespace parts to include in a name: those after the namespace of the service, or the last part of any other. */
function namespaceParts(namespace: string, root: string): readonly string[] {
  const lower = namespace.toLowerCase();
  if (lower === root.toLowerCase()) return [];
  if (lower.startsWith(`${root.toLowerCase()}.`)) return namespace.slice(root.length + 1).split(".");
  return namespace.split(".").slice(-1);
}

/** TypeScript name of a type or enum: `microsoft.graph.callRecords.session` → `CallRecordsSession`. */
export function typeIdentifier(namespace: string, name: string, root: string): string {
  const identifier = [...namespaceParts(namespace, root), name].map(pascalCase).join("");
  return /^\p{L}/u.test(identifier) ? identifier : `Type${identifier}`;
}

/** Module of a type or of the operations of a resource: `callRecords/session`. */
export function moduleName(namespace: string, name: string, root: string): string {
  return [...namespaceParts(namespace, root), name].map((part) => part.replace(/[^\w-]/g, "")).join("/");
}

/**
 * Gives each operation one of the two names that `page/names/operation-name.ts` proposes. If several pages propose the
 * same name, the only one of them that is about the named resource itself keeps it, and the others get their longer
 * one, so that names do not depend on the order of the pages.
 *
 * @param drafts linked operations with their candidate names
 * @param root namespace of the service
 */
export function nameOperations(drafts: readonly OperationDraft[], root: string): Result<readonly OperationModel[]> {
  const collector = createCollector();
  const byName = new Map<string, OperationDraft[]>();
  for (const draft of drafts) {
    const key = draft.naming.name.toLowerCase();
    byName.set(key, [...(byName.get(key) ?? []), draft]);
  }
  const operations = drafts.map((draft) => {
    const { operation, naming, namespace } = draft;
    const name = keepsName(draft, byName.get(naming.name.toLowerCase()) ?? []) ? naming.name : naming.qualified;
    if (name !== naming.name) collector.add("name-clash", { name: naming.name, used: name }, operation.source);
    return { name, module: moduleName(namespace, naming.resource, root), ...operation };
  });
  return collector.wrap(operations);
}

function keepsName(draft: OperationDraft, sharing: readonly OperationDraft[]): boolean {
  const owners = sharing.filter(({ naming }) => naming.yields !== true);
  return sharing.length < 2 || (owners.length === 1 && owners[0] === draft);
}
