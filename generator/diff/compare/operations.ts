import type { OperationModel, TypeModel } from "../../api/model.ts";
import { groupBy } from "../../util/group.ts";
import { change, deprecationChanges, type Change, type Topic } from "../change.ts";
import type { Pair } from "../model.ts";
import type { ApiSide } from "../view/api-side.ts";
import { andDocumentation } from "./documentation.ts";
import { bodyChanges } from "./body.ts";
import { listChanges } from "./list.ts";
import { nameChanges } from "./names.ts";
import { parameterChanges } from "./parameters.ts";
import { permissionChanges } from "./permissions.ts";
import { responseChanges } from "./response.ts";
import { urlChanges, withoutNames } from "./urls.ts";

/** Compares the operations of two APIs. */
export function operationChanges(sides: Pair<ApiSide>): readonly Change[] {
  const lists = { before: sides.before.api.operations, after: sides.after.api.operations };
  const kinds = { removed: "operation-removed", added: "operation-added" } as const;
  const renames = findRenames(lists);
  const keyOf = (operation: OperationModel): string => renames.get(operation) ?? operation.name;
  return listChanges(lists, keyOf, kinds, (topic, operation) => {
    const found = [
      ...nameChanges(topic, { before: named(operation.before), after: named(operation.after) }),
      ...kindChanges(topic, operation),
      ...urlChanges(topic, operation, sides),
      ...parameterChanges(topic, operation, sides),
      ...bodyChanges(topic, operation, sides),
      ...responseChanges(topic, operation, sides),
      ...permissionChanges(topic, operation),
      ...deprecationChanges(topic, operation),
    ];
    return andDocumentation(topic, operation, found);
  });
}

/** An operation as an item with a TypeScript name. */
function named({ name, module, source }: OperationModel): Pick<TypeModel, "identifier" | "module" | "source"> {
  return { identifier: name, module, source };
}

/**
 * Finds functions that were renamed: one of the new functions, and no other, calls the default URL of a removed one.
 *
 * @returns the new name of each
 */
function findRenames({ before, after }: Pair<readonly OperationModel[]>): ReadonlyMap<OperationModel, string> {
  const names = { before: new Set(before.map(({ name }) => name)), after: new Set(after.map(({ name }) => name)) };
  const removed = byDefaultUrl(before.filter(({ name }) => !names.after.has(name)));
  const added = byDefaultUrl(after.filter(({ name }) => !names.before.has(name)));
  const renames = new Map<OperationModel, string>();
  for (const [url, [was, ...others]] of removed) {
    const [is, ...more] = added.get(url) ?? [];
    if (was !== undefined && is !== undefined && others.length + more.length === 0) renames.set(was, is.name);
  }
  return renames;
}

function byDefaultUrl(operations: readonly OperationModel[]): ReadonlyMap<string, readonly OperationModel[]> {
  const callable = operations.filter(({ requests }) => requests.some((request) => request.callable));
  return groupBy(callable, ({ requests }) => {
    const [first] = requests.filter((request) => request.callable);
    return first === undefined ? "" : withoutNames(first);
  });
}

function kindChanges(topic: Topic, { before, after }: Pair<OperationModel>): readonly Change[] {
  const names = { before: before.kind, after: after.kind };
  return names.before === names.after ? [] : [change(topic, "operation-kind-changed", after.source, names)];
}
