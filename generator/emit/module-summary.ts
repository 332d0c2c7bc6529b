import { jsonText } from "../util/visible.ts";
import { mockOperation } from "./examples/mock-operation.ts";
import type { Part, Plan } from "./plan/plan.ts";
import type { SurfaceItem } from "./model.ts";
import { placesOf, type PlacedName } from "./package/positions.ts";
import { surfaceOf } from "./package/surface.ts";
import { planRequest } from "./requests/request-plan.ts";
import type { Declaration } from "./syntax/declaration.ts";

/** The facts about a module that files about the whole package need, as plain JSON. */
export interface ModuleSummary {
  /** Declarations of the module, with their places on the pages. */
  readonly names: readonly PlacedName[];
  /** Pages that its declarations link to, as POSIX paths relative to the folder of the docs. */
  readonly pages: readonly string[];
  /** Its operations with the examples of their pages, as JSON in the form of `MockOperation`. */
  readonly examples: readonly string[];
  /** What its declarations add to the public API. */
  readonly surface: readonly SurfaceItem[];
}

/** A part of a module with its declarations. */
export interface DeclaredPart {
  readonly part: Part;
  readonly declarations: readonly Declaration[];
}

/**
 * Summarizes a part of a module for the files about the whole package.
 *
 * @param shipDocs whether the docs are copied into the package; if so, every link stays inside them
 */
export function summaryOf({ part, declarations }: DeclaredPart, plan: Plan, shipDocs: boolean): ModuleSummary {
  const [kind, name] = part;
  const operation = kind === "operation" ? plan.operations.get(name) : undefined;
  const examples = operation === undefined ? [] : [jsonText(mockOperation(planRequest(operation, plan), plan), 0)];
  return { ...placesOf(part, plan, shipDocs), examples, surface: surfaceOf(part, declarations, plan) };
}

/** Joins the summaries of parts or modules. */
export function joinSummaries(all: readonly ModuleSummary[]): ModuleSummary {
  return {
    names: all.flatMap(({ names }) => names),
    pages: [...new Set(all.flatMap(({ pages }) => pages))].sort(),
    examples: all.flatMap(({ examples }) => examples),
    surface: all.flatMap(({ surface }) => surface),
  };
}
