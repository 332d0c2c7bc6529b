import type { Json, OperationModel } from "../api/model.ts";
import { sha256 } from "../util/hash.ts";

/** What is asked of all operations in each run, so that the rest of most of them need not be read. */
export interface OperationSummary {
  /** Stands for all that the model has of it, its name and module aside. */
  readonly digest: string;
  /** Types that its examples name without the leading `#`. */
  readonly bareTypeNames: readonly string[];
  readonly hasPermissions: boolean;
}

/** Finds the summary of an operation. */
export type Summarize = (operation: OperationModel) => OperationSummary;

/** An operation whose name plays no part. */
type Unnamed = Omit<OperationModel, "name" | "module">;

/**
 * Reads all of an operation.
 *
 * @param text the operation as JSON, where that is known
 */
export function summarize(operation: Unnamed, text = JSON.stringify(operation)): OperationSummary {
  const bodies = operation.examples.flatMap(({ request, response }) => [request?.body ?? null, response?.body ?? null]);
  return {
    digest: sha256(text),
    bareTypeNames: [...new Set(bodies.flatMap(namesIn))],
    hasPermissions: operation.permissions.length > 0,
  };
}

/** Summaries of operations, each read once. */
export function createSummaries(): Summarize {
  const known = new WeakMap<OperationModel, OperationSummary>();
  return (operation) => {
    const summary = known.get(operation) ?? summarize(operation, textOf(operation));
    known.set(operation, summary);
    return summary;
  };
}

/** The same text as that of the operation before it was named. */
function textOf(operation: OperationModel): string {
  return JSON.stringify({ ...operation, name: undefined, module: undefined });
}

/** Many pages name types so; only for these the short form type-checks too. */
function namesIn(value: Json): readonly string[] {
  if (typeof value !== "object" || value === null) return [];
  const name = "@odata.type" in value ? value["@odata.type"] : null;
  const own = typeof name === "string" && !name.startsWith("#") ? [name] : [];
  return [...own, ...Object.values(value).flatMap(namesIn)];
}
