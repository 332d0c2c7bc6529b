import { change, compareChanges, type Change } from "./change.ts";
import { enumChanges } from "./compare/enums.ts";
import { operationChanges } from "./compare/operations.ts";
import { typeChanges } from "./compare/types.ts";
import type { Api, Pair } from "./model.ts";
import { createSide } from "./view/api-side.ts";
import { readUses } from "./view/uses.ts";

/** Place of a change of the whole package. */
const NOWHERE = { file: "", line: 1, column: 1 };

/**
 * Compares two APIs by the effect on TypeScript programs that use their package. Takes two models and returns a list of
 * changes: `view/` derives what a program sees of an API, `compare/` finds the changes, `classes.ts` decides the class
 * of each, and `report/` prints them.
 *
 * @param apis the API before and after
 * @returns every change once: breaking ones first, then by module, name and kind
 */
export function diffApis(apis: Pair<Api>): readonly Change[] {
  const sides = { before: createSide(apis.before), after: createSide(apis.after) };
  const uses = readUses(sides.before);
  const found = [
    ...baseUrlChanges(apis),
    ...typeChanges(sides, uses),
    ...enumChanges(sides, uses),
    ...operationChanges(sides),
  ];
  return found.toSorted(compareChanges);
}

function baseUrlChanges({ before, after }: Pair<Api>): readonly Change[] {
  if (before.baseUrl === after.baseUrl) return [];
  const names = { before: before.baseUrl ?? "none", after: after.baseUrl ?? "none" };
  return [change({ module: "", subject: "" }, "base-url-changed", NOWHERE, names)];
}
