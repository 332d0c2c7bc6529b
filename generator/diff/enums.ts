import type { EnumMemberModel, EnumModel } from "../api/model.ts";
import { guessRenames, matchItems } from "./match.ts";
import type { Change, Pair, Verdict } from "./model.ts";
import { change, orWords, type Topic } from "./report.ts";
import { nameChanges } from "./names.ts";
import type { Use, Uses } from "./uses.ts";
import { adds, breaks, breaksAtRun, docs, judgeValue } from "./verdict.ts";
import { FUTURE_VALUE, fullName, isEvolvable, isOpenEnum, type World } from "./world.ts";

/** Compares the enums of two APIs; they are the same where their full names are. */
export function enumChanges(worlds: Pair<World>, uses: Uses): readonly Change[] {
  const matched = matchItems({ before: worlds.before.api.enums, after: worlds.after.api.enums }, fullName);
  const renames = guessRenames(matched, ({ name }) => name);
  const topicOf = ({ module, name }: EnumModel): Topic => ({ module, subject: name });
  return [
    ...matched.removed.map((item) =>
      change(topicOf(item), "enum-removed", breaks(), item.source, {
        side: "before",
        renamed: renames.get(item) ?? null,
      }),
    ),
    ...matched.added.map((item) =>
      change(topicOf(item), "enum-added", adds(), item.source, { renamed: renames.get(item) ?? null }),
    ),
    ...matched.both.flatMap((item) => {
      const use = uses(fullName(item.after));
      return [...ownChanges(topicOf(item.after), item, use), ...memberChanges(item, use)];
    }),
  ];
}

function ownChanges(topic: Topic, item: Pair<EnumModel>, use: Use): readonly Change[] {
  const { before, after } = item;
  const found = [...nameChanges(topic, item)];
  if (isEvolvable(before) !== isEvolvable(after)) {
    const verdict = isEvolvable(after) ? judgeOpening(item, use) : breaks("a constant is gone");
    found.push(change(topic, isEvolvable(after) ? "enum-opened" : "enum-closed", verdict, after.source));
  }
  if (before.flags !== after.flags) {
    const kind = after.flags ? "enum-became-flags" : "enum-became-single";
    found.push(change(topic, kind, judgeOpening(item, use), after.source));
  }
  const own = { before: { ...before, members: [] }, after: { ...after, members: [] } };
  return orWords(topic, own, found);
}

/** Whether there is room for text that is no member is what the compiler sees; the rest, only the service. */
function judgeOpening({ before, after }: Pair<EnumModel>, use: Use): Verdict {
  if (isOpenEnum(before) === isOpenEnum(after)) return breaksAtRun("values look different on the wire");
  return judgeValue(isOpenEnum(after) ? "wider" : "narrower", use);
}

function memberChanges(item: Pair<EnumModel>, use: Use): readonly Change[] {
  const { before, after } = item;
  const topicOf = ({ name }: EnumMemberModel): Topic => ({ module: after.module, subject: `${after.name}.${name}` });
  const matched = matchItems({ before: before.members, after: after.members }, ({ name }) => name);
  const isStated = ({ name }: EnumMemberModel): boolean => name !== FUTURE_VALUE;
  return [
    ...matched.removed
      .filter(isStated)
      .map((member) => change(topicOf(member), "enum-member-removed", breaks(), member.source, { side: "before" })),
    ...matched.added
      .filter(isStated)
      .map((member) => change(topicOf(member), "enum-member-added", judgeAddition(after, use), member.source)),
    ...matched.both.flatMap((member) => valueChange(topicOf(member.after), member)),
  ];
}

/** Programs that read an enum which the service may not extend are right to handle each of its values, and no other. */
function judgeAddition(item: EnumModel, use: Use): Verdict {
  if (isOpenEnum(item)) return adds();
  return use.read ? breaks("a `switch` over all values lacks one: the enum is not evolvable") : adds();
}

function valueChange(topic: Topic, member: Pair<EnumMemberModel>): readonly Change[] {
  const { before, after } = member;
  const names = { before: String(before.value), after: String(after.value) };
  const found =
    before.value === after.value
      ? []
      : [change(topic, "enum-member-value-changed", docs("names travel, not numbers"), after.source, names)];
  return orWords(topic, member, found);
}
