import type { SurfaceItem } from "../emit/model.ts";
import { change, type Change, type Topic } from "../diff/change.ts";
import type { Pair } from "../diff/model.ts";

/**
 * Maps the names before a change to those after it, for all names that are exported for the same items.
 *
 * @returns only names that differ
 */
export function namesAfter(items: readonly Pair<SurfaceItem>[]): ReadonlyMap<string, string> {
  const pairs = items.flatMap((pair) => [namePair(pair), ...otherNames(pair).renamed]);
  return new Map(pairs.filter(({ before, after }) => before !== after).map(({ before, after }) => [before, after]));
}

function namePair({ before, after }: Pair<SurfaceItem>): Pair<string> {
  return { before: before.name, after: after.name };
}

/** Compares the names of an item and the module that exports it. */
export function nameChanges(pair: Pair<SurfaceItem>): readonly Change[] {
  const { before, after } = pair;
  const place = { file: after.page, line: 1, column: 1 };
  const topic: Topic = { module: after.module, subject: shownSubject(after) };
  const other = (subject: string): Topic => ({ module: after.module, subject });
  const { renamed, removed, added } = otherNames(pair);
  const modules = { before: before.module, after: after.module };
  return [
    ...(before.name === after.name ? [] : [change(topic, "identifier-changed", place, namePair(pair))]),
    ...(modules.before === modules.after ? [] : [change(topic, "module-changed", place, modules)]),
    ...renamed
      .filter((names) => !isImplied(names, pair))
      .map((names) => change(other(names.after), "export-renamed", place, names)),
    ...removed.map((name) => change(other(name), "export-removed", place, { side: "before" })),
    ...added.map((name) => change(other(name), "export-added", place)),
  ];
}

/** A call is shown by its request, because its function has two names. */
function shownSubject({ kind, id, page, name }: SurfaceItem): string {
  if (kind === "call") return id.slice(page.length + 1);
  return kind === "type" || kind === "enum" ? id.slice(id.lastIndexOf(".") + 1) : name;
}

interface OtherNames {
  readonly renamed: readonly Pair<string>[];
  readonly removed: readonly string[];
  readonly added: readonly string[];
}

/** Pairs the other names of an item in their order, if as many are gone as are new. */
function otherNames({ before, after }: Pair<SurfaceItem>): OtherNames {
  const removed = before.names.filter((name) => !after.names.includes(name));
  const added = after.names.filter((name) => !before.names.includes(name));
  if (before.kind === "runtime" || removed.length !== added.length) return { renamed: [], removed, added };
  return {
    renamed: removed.map((name, index) => ({ before: name, after: added[index] ?? name })),
    removed: [],
    added: [],
  };
}

/** Whether a name changed only because it contains the name of the item, such as `GetUserOptions`. */
function isImplied({ before, after }: Pair<string>, item: Pair<SurfaceItem>): boolean {
  const names = namePair(item);
  return before.toLowerCase().replace(names.before.toLowerCase(), names.after.toLowerCase()) === after.toLowerCase();
}
