import { compareStrings } from "../util/compare.ts";
import { enumChanges } from "./enums.ts";
import { CHANGE_CLASSES, type Api, type Change, type Pair } from "./model.ts";
import { operationChanges } from "./operations.ts";
import { change } from "./report.ts";
import { typeChanges } from "./types.ts";
import { readUses } from "./uses.ts";
import { breaksAtRun } from "./verdict.ts";
import { createWorld } from "./world.ts";

/** Where a change of the whole package is shown. */
const NOWHERE = { file: "", line: 1, column: 1 };

/**
 * Compares two APIs by what the difference does to a TypeScript program that uses their package.
 *
 * @param apis the API before and after
 * @returns every difference once: breaking ones first, then by module, name and kind
 */
export function diffApis(apis: Pair<Api>): readonly Change[] {
  const worlds = { before: createWorld(apis.before), after: createWorld(apis.after) };
  const uses = readUses(worlds.before);
  const found = [
    ...baseUrlChanges(apis),
    ...typeChanges(worlds, uses),
    ...enumChanges(worlds, uses),
    ...operationChanges(worlds),
  ];
  return found.toSorted(compareChanges);
}

function baseUrlChanges({ before, after }: Pair<Api>): readonly Change[] {
  if (before.baseUrl === after.baseUrl) return [];
  const names = { before: before.baseUrl ?? "none", after: after.baseUrl ?? "none" };
  const verdict = breaksAtRun("requests go to another service unless the client names its own");
  return [change({ module: "", subject: "" }, "base-url-changed", verdict, NOWHERE, names)];
}

function compareChanges(a: Change, b: Change): number {
  return (
    CHANGE_CLASSES.indexOf(a.class) - CHANGE_CLASSES.indexOf(b.class) ||
    compareStrings(a.module, b.module) ||
    compareStrings(a.subject, b.subject) ||
    compareStrings(a.kind, b.kind) ||
    compareStrings(a.before ?? "", b.before ?? "") ||
    compareStrings(a.after ?? "", b.after ?? "")
  );
}
