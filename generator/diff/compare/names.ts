import type { TypeModel } from "../../api/model.ts";
import { change, type Change, type Topic } from "../change.ts";
import type { Pair } from "../model.ts";

/** Compares the TypeScript name of an item and the module that exports it. */
export function nameChanges(
  topic: Topic,
  { before, after }: Pair<Pick<TypeModel, "identifier" | "module" | "source">>,
): readonly Change[] {
  const names = { before: before.identifier, after: after.identifier };
  return [
    ...(names.before === names.after ? [] : [change(topic, "identifier-changed", after.source, names)]),
    ...moduleChanges(topic, { before, after }),
  ];
}

/** Compares the module that exports an item. */
function moduleChanges(topic: Topic, { before, after }: Pair<Pick<TypeModel, "module" | "source">>): readonly Change[] {
  const names = { before: before.module, after: after.module };
  return names.before === names.after ? [] : [change(topic, "module-changed", after.source, names)];
}
