import type { EnumMemberModel, EnumModel } from "../../api/model.ts";
import { FUTURE_MEMBER, fullName } from "../../util/odata.ts";
import { change, judgedChange, type Change, type Topic } from "../change.ts";
import { judgeNewMember, judgeOpenness } from "../classes.ts";
import type { Pair } from "../model.ts";
import { isEvolvable, isOpenEnum, type ApiSide } from "../view/api-side.ts";
import type { Use, Uses } from "../view/uses.ts";
import { andDocumentation, orDocumentation } from "./documentation.ts";
import { listChanges, matchItems } from "./list.ts";
import { nameChanges } from "./names.ts";

/** Compares the enums of two APIs. */
export function enumChanges(sides: Pair<ApiSide>, uses: Uses): readonly Change[] {
  const lists = { before: sides.before.api.enums, after: sides.after.api.enums };
  const kinds = { removed: "enum-removed", added: "enum-added" } as const;
  return listChanges(lists, fullName, kinds, (topic, item) => {
    const use = uses(fullName(item.after));
    return [...ownChanges(topic, item, use), ...memberChanges(item, use)];
  });
}

function ownChanges(topic: Topic, item: Pair<EnumModel>, use: Use): readonly Change[] {
  const { before, after } = item;
  const found = [...nameChanges(topic, item)];
  const impact = judgeOpenness({ before: isOpenEnum(before), after: isOpenEnum(after) }, use);
  if (!isEvolvable(before) && isEvolvable(after)) found.push(judgedChange(topic, "enum-opened", impact, after.source));
  if (isEvolvable(before) && !isEvolvable(after)) found.push(change(topic, "enum-closed", after.source));
  if (before.flags !== after.flags) {
    const kind = after.flags ? "enum-became-flags" : "enum-became-single";
    found.push(judgedChange(topic, kind, impact, after.source));
  }
  const own = { before: { ...before, members: [] }, after: { ...after, members: [] } };
  return andDocumentation(topic, own, found);
}

function memberChanges({ before, after }: Pair<EnumModel>, use: Use): readonly Change[] {
  const topicOf = ({ name }: EnumMemberModel): Topic => ({ module: after.module, subject: `${after.name}.${name}` });
  const matched = matchItems({ before: before.members, after: after.members }, ({ name }) => name);
  const isDocumented = ({ name }: EnumMemberModel): boolean => name !== FUTURE_MEMBER;
  const impact = judgeNewMember(isOpenEnum(after), use);
  return [
    ...matched.removed
      .filter(isDocumented)
      .map((member) => change(topicOf(member), "enum-member-removed", member.source, { side: "before" })),
    ...matched.added
      .filter(isDocumented)
      .map((member) => judgedChange(topicOf(member), "enum-member-added", impact, member.source)),
    ...matched.both.flatMap((member) => ownMemberChanges(topicOf(member.after), member)),
  ];
}

function ownMemberChanges(topic: Topic, member: Pair<EnumMemberModel>): readonly Change[] {
  const { before, after } = member;
  const identifiers = { before: before.identifier, after: after.identifier };
  const values = { before: String(before.value), after: String(after.value) };
  const kind = "enum-member-identifier-changed";
  const found = [
    ...(before.identifier === after.identifier ? [] : [change(topic, kind, after.source, identifiers)]),
    ...(before.value === after.value ? [] : [change(topic, "enum-member-value-changed", after.source, values)]),
  ];
  return orDocumentation(topic, member, found);
}
