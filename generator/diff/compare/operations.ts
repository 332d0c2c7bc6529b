import type { OperationModel } from "../../api/model.ts";
import { change, deprecationChanges, orDocumentation, type Change, type Topic } from "../change.ts";
import type { Pair } from "../model.ts";
import type { ApiSide } from "../view/api-side.ts";
import { bodyChanges } from "./body.ts";
import { listChanges } from "./list.ts";
import { moduleChanges } from "./names.ts";
import { parameterChanges } from "./parameters.ts";
import { permissionChanges } from "./permissions.ts";
import { responseChanges } from "./response.ts";
import { urlChanges } from "./urls.ts";

/** Compares the operations of two APIs. */
export function operationChanges(sides: Pair<ApiSide>): readonly Change[] {
  const lists = { before: sides.before.api.operations, after: sides.after.api.operations };
  const kinds = { removed: "operation-removed", added: "operation-added" } as const;
  const keyOf = ({ name }: OperationModel): string => name;
  return listChanges(lists, keyOf, kinds, (topic, operation) => {
    const found = [
      ...moduleChanges(topic, operation),
      ...kindChanges(topic, operation),
      ...urlChanges(topic, operation, sides),
      ...parameterChanges(topic, operation, sides),
      ...bodyChanges(topic, operation, sides),
      ...responseChanges(topic, operation, sides),
      ...permissionChanges(topic, operation),
      ...deprecationChanges(topic, operation),
    ];
    return orDocumentation(topic, operation, found);
  });
}

function kindChanges(topic: Topic, { before, after }: Pair<OperationModel>): readonly Change[] {
  const names = { before: before.kind, after: after.kind };
  return names.before === names.after ? [] : [change(topic, "operation-kind-changed", after.source, names)];
}
