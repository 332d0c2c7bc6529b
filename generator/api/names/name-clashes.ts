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
 * same name, each operation gets its longer one, so that names do not depend on the order of the pages.
 *
 * @param drafts linked operations with their candidate names
 * @param root namespace of the service
 */
export function nameOperations(drafts: readonly OperationDraft[], root: string): Result<readonly OperationModel[]> {
  const collector = createCollector();
  const keys = drafts.map(({ naming }) => naming.name.toLowerCase());
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  const operations = drafts.map((draft, index) => {
    const { operation, naming, namespace } = draft;
    const isShared = (counts.get(keys[index] ?? "") ?? 0) > 1;
    const name = isShared ? naming.qualified : naming.name;
    if (name !== naming.name) collector.add("name-clash", { name: naming.name, used: name }, operation.source);
    return { name, module: moduleName(namespace, naming.resource, root), ...operation };
  });
  return collector.wrap(operations);
}
