import type { Outline } from "./content.ts";
import type { Plan } from "./plan.ts";
import { placesOf, type PlacedName } from "./positions.ts";
import { shownCall, type ShownCall } from "./readme-call.ts";

/** What a module adds to the files that speak of the whole package; plain JSON, so that it can be kept. */
export interface Contribution {
  /** Where the pages say what the module declares. */
  readonly names: readonly PlacedName[];
  /** Pages that its declarations lead to, as POSIX paths from the folder of the docs. */
  readonly pages: readonly string[];
  /** Calls that the README may show. */
  readonly calls: readonly ShownCall[];
}

/** Of a file that is no module, or of a module that declares nothing itself. */
export const NO_CONTRIBUTION: Contribution = { names: [], pages: [], calls: [] };

/**
 * Finds what a module adds to the files that speak of the whole package.
 *
 * @param outline the module's parts
 * @param plan what the parts are, by name
 * @param shipDocs whether the docs are copied into the package; then nothing leads out of them
 */
export function contributionOf({ parts }: Outline, plan: Plan, shipDocs: boolean): Contribution {
  const calls = parts.flatMap(([kind, name]) => {
    const operation = kind === "operation" ? plan.operations.get(name) : undefined;
    return operation === undefined ? [] : shownCall(operation, plan);
  });
  return { ...placesOf(parts, plan, shipDocs), calls };
}

/** Puts together what all modules add. */
export function joinContributions(all: readonly Contribution[]): Contribution {
  return {
    names: all.flatMap(({ names }) => names),
    pages: [...new Set(all.flatMap(({ pages }) => pages))].sort(),
    calls: all.flatMap(({ calls }) => calls),
  };
}
