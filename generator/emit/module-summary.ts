import type { Part, Plan } from "./plan/plan.ts";
import { placesOf, type PlacedName } from "./package/positions.ts";
import { shownCall, type ShownCall } from "./readme/call.ts";

/** What files about the whole package need to know of a module; plain JSON. */
export interface ModuleSummary {
  /** Where the pages say what the module declares. */
  readonly names: readonly PlacedName[];
  /** Pages that its declarations lead to, as POSIX paths from the folder of the docs. */
  readonly pages: readonly string[];
  /** Calls that the README may show. */
  readonly calls: readonly ShownCall[];
}

/**
 * Finds what a part of a module adds to the files that speak of the whole package.
 *
 * @param plan what the part is, by name
 * @param shipDocs whether the docs are copied into the package; then nothing leads out of them
 */
export function summaryOf(part: Part, plan: Plan, shipDocs: boolean): ModuleSummary {
  const [kind, name] = part;
  const operation = kind === "operation" ? plan.operations.get(name) : undefined;
  const calls = operation === undefined ? [] : shownCall(operation, plan);
  return { ...placesOf(part, plan, shipDocs), calls };
}

/** Puts together what all modules add. */
export function joinSummaries(all: readonly ModuleSummary[]): ModuleSummary {
  return {
    names: all.flatMap(({ names }) => names),
    pages: [...new Set(all.flatMap(({ pages }) => pages))].sort(),
    calls: all.flatMap(({ calls }) => calls),
  };
}
