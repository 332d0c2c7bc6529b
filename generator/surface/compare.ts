import type { SurfaceItem } from "../emit/model.ts";
import { change, compareChanges, judgedChange, type Change, type Topic } from "../diff/change.ts";
import { judgeBase, judgeNewMember, judgeOpenness, judgeValue, type FixedKind } from "../diff/classes.ts";
import type { Pair } from "../diff/model.ts";
import { RECEIVED } from "../diff/view/uses.ts";
import { matchSurfaces } from "./match.ts";
import { optionChanges, propertyChanges, readMembers, type MemberContext, type Members } from "./members.ts";
import { nameChanges, namesAfter } from "./names.ts";
import { relateTexts, renameIn } from "./type-text.ts";
import { readNameUses, type NameUses } from "./uses.ts";

/** Both packages, with the names of types before the change replaced by those after it. */
interface Sides {
  readonly uses: NameUses;
  readonly enums: ReadonlySet<string>;
  /** Types by their names after the change. */
  readonly types: Pair<ReadonlyMap<string, SurfaceItem>>;
}

/**
 * Compares the public API of two packages, whatever made them differ: the docs, or another version of the program.
 *
 * @param surfaces the public API before and after
 * @returns every change once: breaking ones first, then by module, name and kind
 */
export function surfaceChanges(surfaces: Pair<readonly SurfaceItem[]>): readonly Change[] {
  const { both, removed, added } = matchSurfaces(surfaces);
  const names = namesAfter(both);
  const renamed = both.map(({ before, after }) => ({ before: withNames(before, names), after }));
  const all = { before: surfaces.before.map((item) => withNames(item, names)), after: surfaces.after };
  const sides: Sides = {
    uses: readNameUses(all.before),
    enums: new Set([...all.before, ...all.after].filter(({ kind }) => kind === "enum").map(({ name }) => name)),
    types: { before: typesOf(all.before, names), after: typesOf(all.after, new Map()) },
  };
  return [
    ...removed.flatMap((item) => presenceChanges(item, "removed")),
    ...added.flatMap((item) => presenceChanges(item, "added")),
    ...both.flatMap(nameChanges),
    ...renamed.flatMap((pair) => itemChanges(pair, sides)),
  ].toSorted(compareChanges);
}

/** An item whose texts have the names after the change, so that the change of a name is one change. */
function withNames(item: SurfaceItem, names: ReadonlyMap<string, string>): SurfaceItem {
  if (item.kind === "enum") return item;
  const { base, result } = item;
  return {
    ...item,
    members: item.members.map((member) => {
      const { name, optional, type } = [...readMembers([member]).values()][0] ?? {
        name: "",
        optional: false,
        type: "",
      };
      return `${name}${optional ? "?" : ""}: ${renameIn(type, names)}`;
    }),
    ...(base === undefined ? {} : { base: renameIn(base, names) }),
    ...(result === undefined ? {} : { result: renameIn(result, names) }),
  };
}

function typesOf(items: readonly SurfaceItem[], names: ReadonlyMap<string, string>): ReadonlyMap<string, SurfaceItem> {
  return new Map(items.filter(({ kind }) => kind === "type").map((item) => [names.get(item.name) ?? item.name, item]));
}

const PRESENCE: Readonly<Record<SurfaceItem["kind"], Readonly<Record<"removed" | "added", FixedKind>>>> = {
  type: { removed: "type-removed", added: "type-added" },
  enum: { removed: "enum-removed", added: "enum-added" },
  call: { removed: "operation-removed", added: "operation-added" },
  union: { removed: "export-removed", added: "export-added" },
  runtime: { removed: "export-removed", added: "export-added" },
};

function presenceChanges(item: SurfaceItem, presence: "removed" | "added"): readonly Change[] {
  const side = presence === "removed" ? "before" : "after";
  const subjects = item.kind === "union" ? [item.name, ...item.names] : [subjectOf(item)];
  return subjects.map((subject) =>
    change({ module: item.module, subject }, PRESENCE[item.kind][presence], placeOf(item), { side }),
  );
}

/** Types and enums are shown with their name in the docs, calls with that of their function. */
function subjectOf({ kind, id, name }: SurfaceItem): string {
  return kind === "type" || kind === "enum" ? id.slice(id.lastIndexOf(".") + 1) : name;
}

function placeOf({ page }: SurfaceItem): Change["place"] {
  return { file: page, line: 1, column: 1 };
}

function itemChanges(pair: Pair<SurfaceItem>, sides: Sides): readonly Change[] {
  const { after } = pair;
  const topic: Topic = { module: after.module, subject: subjectOf(after) };
  switch (after.kind) {
    case "type":
      return typeChanges(topic, pair, sides);
    case "enum":
      return enumChanges(topic, pair, sides);
    case "call":
      return callChanges(topic, pair, sides);
    case "union":
    case "runtime":
      return [];
  }
}

function typeChanges(topic: Topic, { before, after }: Pair<SurfaceItem>, sides: Sides): readonly Change[] {
  const place = placeOf(after);
  const found: Change[] = [];
  if (before.base !== after.base) {
    const impact = judgeBase(before.base === undefined || basesOf(after, sides.types.after).includes(before.base));
    const names = { before: before.base ?? "none", after: after.base ?? "none" };
    found.push(judgedChange(topic, "base-type-changed", impact, place, names));
  }
  if (before.open !== after.open) found.push(change(topic, after.open ? "type-opened" : "type-closed", place));
  const all = { before: allMembers(before, sides.types.before), after: allMembers(after, sides.types.after) };
  const own = new Set([before, after].flatMap(({ members }) => [...readMembers(members).keys()]));
  const members = { before: only(all.before, own), after: only(all.after, own) };
  return [...found, ...propertyChanges(topic, members, sides.uses(before.name), { place, enums: sides.enums })];
}

/** Names of the types that a type extends, nearest first. */
function basesOf(item: SurfaceItem, types: ReadonlyMap<string, SurfaceItem>): readonly string[] {
  const found = new Set<string>();
  let { base } = item;
  while (base !== undefined && !found.has(base)) {
    found.add(base);
    base = types.get(base)?.base;
  }
  return [...found];
}

/** Members with inherited ones: one that moves between a type and its base is neither removed nor added. */
function allMembers(item: SurfaceItem, types: ReadonlyMap<string, SurfaceItem>): Members {
  const bases = basesOf(item, types).flatMap((name) => types.get(name) ?? []);
  return new Map([item, ...bases].toReversed().flatMap(({ members }) => [...readMembers(members)]));
}

function only(members: Members, names: ReadonlySet<string>): Members {
  return new Map([...members].filter(([name]) => names.has(name)));
}

function enumChanges(topic: Topic, { before, after }: Pair<SurfaceItem>, { uses }: Sides): readonly Change[] {
  const place = placeOf(after);
  const use = { ...uses(before.name), body: false, created: false };
  const [was, is] = [readKeys(before), readKeys(after)];
  const ownTopic = (value: string): Topic => ({ module: topic.module, subject: `${topic.subject}.${value}` });
  const found = [...new Set([...was.keys(), ...is.keys()])].flatMap((value): readonly Change[] => {
    const names = { before: was.get(value) ?? null, after: is.get(value) ?? null };
    if (names.before === names.after) return [];
    const own = ownTopic(value);
    if (names.after === null) return [change(own, "enum-member-removed", place, { side: "before" })];
    if (names.before !== null) return [change(own, "enum-member-identifier-changed", place, names)];
    return [judgedChange(own, "enum-member-added", judgeNewMember(after.open === true, use), place)];
  });
  if (before.open === after.open) return found;
  const open = { before: before.open === true, after: after.open === true };
  return [
    ...found,
    open.after
      ? judgedChange(topic, "enum-opened", judgeOpenness(open, use), place)
      : change(topic, "enum-closed", place),
  ];
}

/** TypeScript names of the keys of an enum, by the values on the wire. */
function readKeys({ members }: SurfaceItem): ReadonlyMap<string, string> {
  return new Map(
    members.map((text) => {
      const end = text.indexOf("=");
      return [text.slice(end + 1), text.slice(0, end)];
    }),
  );
}

function callChanges(topic: Topic, { before, after }: Pair<SurfaceItem>, { enums }: Sides): readonly Change[] {
  const context: MemberContext = { place: placeOf(after), enums };
  const options = { before: readMembers(before.members), after: readMembers(after.members) };
  const found = optionChanges(topic, options, context);
  const results = { before: before.result ?? "", after: after.result ?? "" };
  if (results.before === results.after) return found;
  const impact = judgeValue(relateTexts(results, enums), RECEIVED);
  return [...found, judgedChange(topic, "response-type-changed", impact, context.place, results)];
}
