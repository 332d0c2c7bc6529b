import { StructureKind, type EnumMemberStructure } from "ts-morph";
import type { EnumMemberModel } from "../api/model.ts";
import { docStructures, prose, type Doc } from "./doc.ts";
import { stringLiteral } from "./escape.ts";
import { pageLink } from "./interface.ts";
import { memberNames } from "./names.ts";
import type { Declaration } from "./declaration.ts";
import type { EnumPlan } from "./plan.ts";

/** A page may list a member twice; the first row counts. */
function distinctMembers(members: readonly EnumMemberModel[]): readonly EnumMemberModel[] {
  return [...new Map([...members].reverse().map((member) => [member.name, member])).values()].reverse();
}

function docOf(plan: EnumPlan): Doc {
  const flags = plan.model.flags ? ["Values combine: they travel as comma-separated text."] : [];
  return {
    paragraphs: [plan.model.description, ...flags],
    tags: [{ name: "see", text: pageLink(plan.model.source.file) }],
  };
}

/** Declares an enum with its wire names as values. */
export function enumDeclaration(plan: EnumPlan): Declaration {
  const members = distinctMembers(plan.model.members);
  const names = memberNames(members.map((member) => member.name));
  const toMember = (member: EnumMemberModel): EnumMemberStructure => ({
    kind: StructureKind.EnumMember,
    name: names.get(member.name) ?? member.name,
    initializer: stringLiteral(member.name),
    docs: docStructures(prose(member.description ?? "")),
  });
  return {
    structure: {
      kind: StructureKind.Enum,
      name: plan.symbol.name,
      isExported: true,
      docs: docStructures(docOf(plan)),
      members: members.map(toMember),
    },
    types: [],
    values: [],
  };
}
