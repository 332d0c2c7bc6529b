import { change, judgedChange, type Change, type Topic } from "../diff/change.ts";
import { judgeNewInput, judgeRemovedInput, judgeValue, type FixedKind, type JudgedKind } from "../diff/classes.ts";
import type { Pair } from "../diff/model.ts";
import { SENT, type Use } from "../diff/view/uses.ts";
import type { Place } from "../diagnostics/diagnostic.ts";
import { relateTexts } from "./type-text.ts";

/** A property of a type or an option of a call. */
export interface SurfaceMember {
  readonly name: string;
  readonly optional: boolean;
  readonly type: string;
}

/** Members by name. */
export type Members = ReadonlyMap<string, SurfaceMember>;

/** Parses the members of an item, `name: type` or `name?: type`. */
export function readMembers(texts: readonly string[]): Members {
  return new Map(
    texts.map((text) => {
      const end = text.indexOf(": ");
      const optional = text[end - 1] === "?";
      const name = text.slice(0, optional ? end - 1 : end);
      return [name, { name, optional, type: text.slice(end + 2) }];
    }),
  );
}

/** What the comparison of members needs to know about the packages. */
export interface MemberContext {
  readonly place: Place;
  /** Names of enums, whose values are text. */
  readonly enums: ReadonlySet<string>;
}

/** Compares the properties of a type, including inherited ones. */
export function propertyChanges(
  topic: Topic,
  { before, after }: Pair<Members>,
  use: Pick<Use, "read" | "write">,
  { place, enums }: MemberContext,
): readonly Change[] {
  return namesOf({ before, after }).flatMap((name): readonly Change[] => {
    const own: Topic = { module: topic.module, subject: `${topic.subject}.${name}` };
    const [was, is] = [before.get(name), after.get(name)];
    if (was === undefined) return [judgedChange(own, "property-added", judgeNewInput(false), place)];
    if (is === undefined) return [change(own, "property-removed", place, { side: "before" })];
    if (was.type === is.type) return [];
    const types = { before: was.type, after: is.type };
    const impact = judgeValue(relateTexts(types, enums), { ...use, body: false, created: false });
    return [judgedChange(own, "property-type-changed", impact, place, types)];
  });
}

/** Kinds of the changes of an option. A header is always text. */
interface OptionKinds {
  readonly added: JudgedKind;
  readonly removed: FixedKind | "body-property-removed";
  readonly type: JudgedKind;
  readonly required: FixedKind;
  readonly optional: FixedKind;
}

const OPTION: OptionKinds = {
  added: "option-added",
  removed: "option-removed",
  type: "option-type-changed",
  required: "option-became-required",
  optional: "option-became-optional",
};
const BODY: OptionKinds = { ...OPTION, added: "body-added", removed: "body-removed", type: "body-type-changed" };

/** Kinds for options of a group, by the first part of their names; the separator shows the rest after the call. */
const GROUPS: Readonly<Record<string, readonly [separator: string, kinds: OptionKinds]>> = {
  body: [
    ".",
    {
      added: "body-property-added",
      removed: "body-property-removed",
      type: "body-property-type-changed",
      required: "body-property-became-required",
      optional: "body-property-became-optional",
    },
  ],
  query: [
    "?",
    {
      added: "query-parameter-added",
      removed: "query-parameter-removed",
      type: "query-parameter-type-changed",
      required: "query-parameter-became-required",
      optional: "query-parameter-became-optional",
    },
  ],
  headers: [
    " ",
    {
      ...OPTION,
      added: "header-added",
      removed: "header-removed",
      required: "header-became-required",
      optional: "header-became-optional",
    },
  ],
};

/** The type that the body extends, in place of a name. */
const REST = "body/*";

/** Compares the options of a call. */
export function optionChanges(topic: Topic, members: Pair<Members>, context: MemberContext): readonly Change[] {
  const renamed = renamedKey(members);
  if (renamed !== null) {
    const { before, after } = renamed;
    const others = { before: without(members.before, before), after: without(members.after, after) };
    const names = { before: keyOf(before), after: keyOf(after) };
    const found = change(topic, "path-parameter-renamed", context.place, names);
    return [found, ...optionChanges(topic, others, context)];
  }
  return namesOf(members).flatMap((name) =>
    compareOption(topic, name, { before: members.before.get(name), after: members.after.get(name) }, context),
  );
}

function compareOption(
  topic: Topic,
  name: string,
  { before, after }: Pair<SurfaceMember | undefined>,
  { place, enums }: MemberContext,
): readonly Change[] {
  const [own, kinds] = kindsOf(topic, name);
  if (before === undefined) {
    if (after === undefined || name === REST) return [];
    const types = { after: after.type };
    return [judgedChange(own, kinds.added, judgeNewInput(!after.optional), place, types)];
  }
  if (after === undefined) return name === REST ? [] : [removal(own, kinds.removed, before, place)];
  const types = { before: before.type, after: after.type };
  const impact = judgeValue(relateTexts(types, enums), SENT);
  const required = before.optional ? kinds.required : kinds.optional;
  const option: Topic = name === "body" ? { ...topic, subject: `${topic.subject}.body` } : own;
  return [
    ...(before.type === after.type ? [] : [judgedChange(own, kinds.type, impact, place, types)]),
    ...(before.optional === after.optional ? [] : [change(option, required, place)]),
  ];
}

function removal(topic: Topic, kind: OptionKinds["removed"], { type }: SurfaceMember, place: Place): Change {
  const details = { side: "before", before: type } as const;
  return kind === "body-property-removed"
    ? judgedChange(topic, kind, judgeRemovedInput(false), place, details)
    : change(topic, kind, place, details);
}

function kindsOf(topic: Topic, name: string): readonly [own: Topic, kinds: OptionKinds] {
  if (name === "body" || name === REST) return [topic, BODY];
  const [first = "", ...rest] = name.split("/");
  const [separator, kinds] = rest.length === 0 ? [".", OPTION] : (GROUPS[first] ?? [".", OPTION]);
  const shown = kinds === OPTION ? name.replaceAll("/", ".") : rest.join(".");
  return [{ module: topic.module, subject: `${topic.subject}${separator}${shown}` }, kinds];
}

const KEY = "path/";

function keyOf(name: string): string {
  return name.slice(KEY.length);
}

/** The key of the path that has another name, if it is the only one. */
function renamedKey({ before, after }: Pair<Members>): Pair<string> | null {
  const [was, ...more] = [...before.keys()].filter((name) => name.startsWith(KEY) && !after.has(name));
  const [is, ...others] = [...after.keys()].filter((name) => name.startsWith(KEY) && !before.has(name));
  if (was === undefined || is === undefined || more.length + others.length > 0) return null;
  return before.get(was)?.type === after.get(is)?.type ? { before: was, after: is } : null;
}

function without(members: Members, name: string): Members {
  return new Map([...members].filter(([key]) => key !== name));
}

function namesOf({ before, after }: Pair<Members>): readonly string[] {
  return [...new Set([...before.keys(), ...after.keys()])];
}
