import { docText } from "./doc.ts";
import { propertyName, stringLiteral } from "./escape.ts";
import type { Member, TypeExpression } from "./type-expression.ts";

function indent(text: string): string {
  return text.replace(/^(?=.)/gm, "  ");
}

/** A member without its comment and its semicolon. */
export function memberText(member: Member): string {
  return `${propertyName(member.name)}${member.optional ? "?" : ""}: ${typeText(member.type)}`;
}

function objectText(members: readonly Member[]): string {
  if (members.length === 0) return "{}";
  return `{\n${members.map((member) => indent(`${docText(member.doc)}${memberText(member)};`)).join("\n")}\n}`;
}

/** An operand of `[]` or `&` needs parentheses when it is made of several types itself. */
function operandText(type: TypeExpression): string {
  const compound = type.kind === "union" || type.kind === "intersection" || type.kind === "openString";
  return compound ? `(${typeText(type)})` : typeText(type);
}

/** An alternative that is made of several types reads better in parentheses, and Prettier puts it there. */
function alternativeText(type: TypeExpression): string {
  return type.kind === "union" ? typeText(type) : operandText(type);
}

/**
 * Prints a type as it is where it fits on a line.
 *
 * @returns TypeScript text, with the local names of what it refers to
 */
export function typeText(type: TypeExpression): string {
  switch (type.kind) {
    case "keyword":
      return type.text;
    case "literal":
      return stringLiteral(type.value);
    case "openString":
      return "string & {}";
    case "enumValue":
      // Only a TypeScript enum keeps its members apart from their values.
      return type.style === "enum" ? `\`\${${type.symbol.local}}\`` : type.symbol.local;
    case "reference":
      return `${type.symbol.local}${type.arguments.length === 0 ? "" : `<${type.arguments.map(typeText).join(", ")}>`}`;
    case "array":
      return `${operandText(type.item)}[]`;
    case "union":
      return type.items.map(alternativeText).join(" | ");
    case "intersection":
      return type.items.map(operandText).join(" & ");
    case "object":
      return objectText(type.members);
  }
}
