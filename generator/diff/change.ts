import type { Place } from "../diagnostics/diagnostic.ts";
import { compareStrings } from "../util/compare.ts";
import { KINDS, type ChangeKind, type FixedKind, type JudgedKind } from "./classes.ts";
import { CHANGE_CLASSES, type Impact, type Pair } from "./model.ts";

/** One difference between two APIs. */
export interface Change extends Impact {
  readonly kind: ChangeKind;
  /** Module of the package that contains the subject; empty for the package as a whole. */
  readonly module: string;
  /** Name of the changed item, e.g. `user.displayName`. */
  readonly subject: string;
  /** Old and new value, if the kind of change has them. */
  readonly before: string | null;
  readonly after: string | null;
  /** Of a change of permissions: the scopes that were needed before and are needed now; null for other changes. */
  readonly needs: Pair<string> | null;
  /** Of a removed or added item: the item that its page documents instead or documented before; it may be unrelated. */
  readonly renamed: string | null;
  /** Place in the docs of `side`: those before the change for removed items, otherwise those after it. */
  readonly place: Place;
  readonly side: "before" | "after";
}

/** The subject of a change: a name in a module. */
export interface Topic {
  readonly module: string;
  readonly subject: string;
}

/** Optional members of a change. */
type Details = Partial<Pick<Change, "before" | "after" | "needs" | "renamed" | "side">>;

/**
 * Creates a change of a kind that always has the same class.
 *
 * @param place place of its documentation, in the docs after the change unless the details state otherwise
 */
export function change(topic: Topic, kind: FixedKind, place: Place, details: Details = {}): Change {
  return createChange(topic, kind, KINDS[kind][0], place, details);
}

/** Creates a change of a kind whose class depends on the case. */
export function judgedChange(
  topic: Topic,
  kind: JudgedKind,
  impact: Impact,
  place: Place,
  details: Details = {},
): Change {
  return createChange(topic, kind, impact, place, details);
}

function createChange(topic: Topic, kind: ChangeKind, impact: Impact, place: Place, details: Details): Change {
  return {
    kind,
    ...topic,
    before: null,
    after: null,
    needs: null,
    renamed: null,
    side: "after",
    ...impact,
    place,
    ...details,
  };
}

/** Orders changes: breaking ones first, then by module, name and kind. */
export function compareChanges(a: Change, b: Change): number {
  return (
    CHANGE_CLASSES.indexOf(a.class) - CHANGE_CLASSES.indexOf(b.class) ||
    compareStrings(a.module, b.module) ||
    compareStrings(a.subject, b.subject) ||
    compareStrings(a.kind, b.kind) ||
    compareStrings(a.before ?? "", b.before ?? "") ||
    compareStrings(a.after ?? "", b.after ?? "")
  );
}

/** An item with documentation, which may deprecate it. */
interface Documented {
  readonly deprecated?: string | null;
  readonly source: Place;
}

/** Compares the deprecation of an item. */
export function deprecationChanges(topic: Topic, { before, after }: Pair<Documented>): readonly Change[] {
  const was = (before.deprecated ?? null) !== null;
  const is = (after.deprecated ?? null) !== null;
  if (was === is) return [];
  return [
    is
      ? change(topic, "deprecated", after.source, { after: after.deprecated ?? null })
      : change(topic, "undeprecated", after.source),
  ];
}

/** Compares whether a caller must provide an item. */
export function requiredChanges(
  topic: Topic,
  owner: "query-parameter" | "header" | "body-property",
  { before, after }: Pair<{ readonly required: boolean; readonly source: Place }>,
): readonly Change[] {
  if (before.required === after.required) return [];
  return [change(topic, `${owner}-became-${after.required ? "required" : "optional"}`, after.source)];
}
