import type { Place } from "../diagnostics/diagnostic.ts";
import type { ChangeKind } from "./catalog.ts";
import { sameContent } from "./content.ts";
import type { Change, Pair, Verdict } from "./model.ts";
import { adds, docs } from "./verdict.ts";

/** What a comparison speaks of: a name in a module. */
export interface Topic {
  readonly module: string;
  readonly subject: string;
}

/** What else a change may say. */
interface Details {
  readonly before?: string | null;
  readonly after?: string | null;
  readonly renamed?: string | null;
  readonly side?: "before" | "after";
}

/**
 * Makes a change.
 *
 * @param place where the docs say it, in the docs after the change unless the details say otherwise
 */
export function change(topic: Topic, kind: ChangeKind, verdict: Verdict, place: Place, details: Details = {}): Change {
  return { kind, ...topic, before: null, after: null, renamed: null, side: "after", ...verdict, place, ...details };
}

/** Something that docs say of an item, deprecation included. */
interface Documented {
  readonly deprecated?: string | null;
  readonly source: Place;
}

/** What happened to the deprecation of an item. */
export function deprecationChanges(topic: Topic, { before, after }: Pair<Documented>): readonly Change[] {
  const was = (before.deprecated ?? null) !== null;
  const is = (after.deprecated ?? null) !== null;
  if (was === is) return [];
  return [is ? change(topic, "deprecated", adds(), after.source) : change(topic, "undeprecated", docs(), after.source)];
}

/**
 * Adds a change of words where nothing else of an item changed and yet it does not say the same. Where a fact changed,
 * its words are expected to change with it.
 *
 * @param found changes of the item
 */
export function orWords<T extends Documented>(
  topic: Topic,
  item: Pair<T>,
  found: readonly Change[],
): readonly Change[] {
  if (found.length > 0 || sameContent(item.before, item.after)) return found;
  return [change(topic, "documentation-changed", docs(), item.after.source)];
}
