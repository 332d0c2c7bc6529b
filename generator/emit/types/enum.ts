import type { EnumMemberStructure } from "ts-morph";
import type { EnumMemberModel } from "../../api/model.ts";
import { aliasDeclaration, constantDeclaration, type Declaration } from "../syntax/declaration.ts";
import { docStructures, prose, type Doc } from "../syntax/doc.ts";
import { stringLiteral } from "../syntax/escape.ts";
import type { PrettierDoc } from "../syntax/layout.ts";
import { pageReference } from "./page-reference.ts";
import type { EnumPlan, Plan } from "../plan/plan.ts";
import { StructureKind } from "../syntax/structure-kind.ts";
import { STRING, union, type TypeExpression } from "../syntax/type-expression.ts";
import { docLayout } from "../syntax/type-layout.ts";
import { entryLayout, objectLayout } from "../syntax/value-layout.ts";

/** A page may list a member twice; the first row wins. */
export function distinctMembers(members: readonly EnumMemberModel[]): readonly EnumMemberModel[] {
  return [...new Map([...members].reverse().map((member) => [member.name, member])).values()].reverse();
}

function docOf(item: EnumPlan, plan: Plan, ...more: readonly string[]): Doc {
  const flags = item.model.flags ? ["Flags: several values can be combined as comma-separated text."] : [];
  return {
    paragraphs: [item.model.description, ...flags, ...more],
    tags: [{ name: "see", text: pageReference(item.model.source.file, plan.pageUrl) }],
  };
}

function memberDoc({ description }: EnumMemberModel): Doc {
  return prose(description ?? "");
}

function nativeEnum(item: EnumPlan, plan: Plan): Declaration {
  const toMember = (member: EnumMemberModel): EnumMemberStructure => ({
    kind: StructureKind.EnumMember,
    name: member.identifier,
    initializer: stringLiteral(member.name),
    docs: docStructures(memberDoc(member)),
  });
  return {
    structure: {
      kind: StructureKind.Enum,
      name: item.symbol.name,
      isExported: true,
      docs: docStructures(docOf(item, plan)),
      members: distinctMembers(item.model.members).map(toMember),
    },
    types: [],
    values: [],
  };
}

function constObject(item: EnumPlan, plan: Plan): Declaration {
  const lines = distinctMembers(item.model.members).map((member): PrettierDoc => [
    ...docLayout(memberDoc(member)),
    entryLayout(member.identifier, member.name),
  ]);
  const value = lines.length === 0 ? "{}" : objectLayout(lines, true);
  return constantDeclaration(item.symbol.name, value, docOf(item, plan));
}

function valueUnion(item: EnumPlan): TypeExpression {
  const values = distinctMembers(item.model.members).map(({ name }) => ({ kind: "literal", value: name }) as const);
  return values.length === 0 ? STRING : union(values);
}

/** A list of the described members, because the members of a union cannot have comments of their own. */
function memberList(item: EnumPlan): string {
  const described = distinctMembers(item.model.members).filter(({ description }) => (description ?? "") !== "");
  return described.map(({ name, description }) => `- \`${name}\`: ${description ?? ""}`).join("\n");
}

/** Declares an enum in the style that the user chose, with its wire names as values. */
export function enumDeclarations(item: EnumPlan, plan: Plan): readonly Declaration[] {
  switch (item.style) {
    case "enum":
      return [nativeEnum(item, plan)];
    case "const":
      return [constObject(item, plan), aliasDeclaration(item.symbol, valueUnion(item), docOf(item, plan))];
    case "union":
      return [aliasDeclaration(item.symbol, valueUnion(item), docOf(item, plan, memberList(item)))];
  }
}
