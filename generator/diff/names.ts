import type { TypeModel } from "../api/model.ts";
import type { Change, Pair } from "./model.ts";
import { change, type Topic } from "./report.ts";
import { breaks } from "./verdict.ts";

/** What changed in the names under which a program has something. */
export function nameChanges(
  topic: Topic,
  { before, after }: Pair<Pick<TypeModel, "identifier" | "module" | "source">>,
): readonly Change[] {
  const found: Change[] = [];
  const add = (kind: "identifier-changed" | "module-changed", from: string, to: string): void => {
    if (from !== to) found.push(change(topic, kind, breaks(), after.source, { before: from, after: to }));
  };
  add("identifier-changed", before.identifier, after.identifier);
  add("module-changed", before.module, after.module);
  return found;
}
