import type { Input } from "./draft.ts";
import { kindOf, type Digest, type FacetKind } from "./facets.ts";
import type { Plan } from "./plan.ts";

/** Something in a plan that facets are about, such as a type or who its base is. */
export type Subject = string;

/** How two plans differ. */
export interface PlanChanges {
  /** Everything that is not the very same in both. */
  readonly subjects: readonly Subject[];
  /** Whether the same stands behind an input in both all the same. */
  isSame(input: Input): boolean;
}

/** What can stand behind the inputs of a run. */
export interface Facets {
  readonly plan: Plan;
  readonly digest: Digest;
}

const GROUPS: Readonly<Record<FacetKind, "type" | "enum" | "base" | "subtypes" | "bare" | "operation">> = {
  type: "type",
  words: "type",
  own: "type",
  all: "type",
  derived: "type",
  enum: "enum",
  base: "base",
  subtypes: "subtypes",
  bare: "bare",
  operation: "operation",
};

/** What an input is about. Names without the leading `#` are one subject, as they are one set. */
export function subjectOf(input: Input): Subject {
  const [, name = ""] = input.split("\n");
  const group = GROUPS[kindOf(input)];
  return group === "bare" ? group : subject(group, name);
}

function subject(group: string, name: string): Subject {
  return `${group}\n${name}`;
}

/** Compares the plans of two runs; the second is made of the objects of the first where nothing has changed. */
export function comparePlans(before: Facets, now: Facets): PlanChanges {
  const known = new Map<Input, boolean>();
  const differing = (group: string, a: ReadonlyMap<string, unknown>, b: ReadonlyMap<string, unknown>) =>
    differingKeys(a, b).map((name) => subject(group, name));
  const { plan: a } = before;
  const { plan: b } = now;
  return {
    subjects: [
      ...differing("type", a.types, b.types),
      ...differing("enum", a.enums, b.enums),
      ...differing("operation", a.operations, b.operations),
      ...differing("base", a.hierarchy.bases, b.hierarchy.bases),
      ...differing("subtypes", a.hierarchy.subtypes, b.hierarchy.subtypes),
      ...(a.bareTypeNames === b.bareTypeNames ? [] : ["bare"]),
    ],
    isSame: (input) => {
      const isSame = known.get(input) ?? before.digest(input) === now.digest(input);
      known.set(input, isSame);
      return isSame;
    },
  };
}

/** Keys that only one of two maps has, or that stand for something else in each. */
function differingKeys(a: ReadonlyMap<string, unknown>, b: ReadonlyMap<string, unknown>): readonly string[] {
  if (a === b) return [];
  const keys: string[] = [];
  for (const [key, value] of b) if (a.get(key) !== value) keys.push(key);
  for (const key of a.keys()) if (!b.has(key)) keys.push(key);
  return keys;
}
