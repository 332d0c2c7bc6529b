import type { OperationModel } from "../api/model.ts";
import { bodyChanges } from "./body.ts";
import { guessRenames, matchItems } from "./match.ts";
import type { Change, Pair } from "./model.ts";
import { parameterChanges } from "./parameters.ts";
import { permissionChanges } from "./permissions.ts";
import { change, deprecationChanges, orWords, type Topic } from "./report.ts";
import { responseChanges } from "./response.ts";
import { urlChanges } from "./urls.ts";
import { adds, breaks, docs } from "./verdict.ts";
import type { World } from "./world.ts";

/** Compares the operations of two APIs; they are the same where their functions have the same name. */
export function operationChanges(worlds: Pair<World>): readonly Change[] {
  const lists = { before: worlds.before.api.operations, after: worlds.after.api.operations };
  const matched = matchItems(lists, ({ name }) => name);
  const renames = guessRenames(matched, ({ name }) => name);
  const topicOf = ({ module, name }: OperationModel): Topic => ({ module, subject: name });
  return [
    ...matched.removed.map((operation) =>
      change(topicOf(operation), "operation-removed", breaks(), operation.source, {
        side: "before",
        renamed: renames.get(operation) ?? null,
      }),
    ),
    ...matched.added.map((operation) =>
      change(topicOf(operation), "operation-added", adds(), operation.source, {
        renamed: renames.get(operation) ?? null,
      }),
    ),
    ...matched.both.flatMap((operation) => compare(topicOf(operation.after), operation, worlds)),
  ];
}

function compare(topic: Topic, operation: Pair<OperationModel>, worlds: Pair<World>): readonly Change[] {
  const found = [
    ...signatureChanges(topic, operation),
    ...urlChanges(topic, operation, worlds),
    ...parameterChanges(topic, operation, worlds),
    ...bodyChanges(topic, operation, worlds),
    ...responseChanges(topic, operation, worlds),
    ...permissionChanges(topic, operation),
    ...deprecationChanges(topic, operation),
  ];
  return orWords(topic, operation, found);
}

function signatureChanges(topic: Topic, { before, after }: Pair<OperationModel>): readonly Change[] {
  const found: Change[] = [];
  if (before.module !== after.module) {
    const names = { before: before.module, after: after.module };
    found.push(change(topic, "module-changed", breaks(), after.source, names));
  }
  if (before.kind !== after.kind) {
    const names = { before: before.kind, after: after.kind };
    found.push(
      change(topic, "operation-kind-changed", docs("its URLs and types say what differs"), after.source, names),
    );
  }
  return found;
}
