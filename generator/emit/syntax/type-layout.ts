import { builders } from "prettier/doc";
import { afterOperator, flatText, listed, printLayout, type PrettierDoc } from "./layout.ts";
import { docText, type Doc } from "./doc.ts";
import { propertyName, stringLiteral } from "./escape.ts";
import type { Member, TypeExpression, TypeParameter } from "./type-expression.ts";

const { align, group, hardline, ifBreak, indent, join, line, softline } = builders;

/** Position of a type: a type argument, an operand of another type, or any other. */
type Position = "argument" | "operand" | "other";

type Compound<Kind extends TypeExpression["kind"]> = Extract<TypeExpression, { readonly kind: Kind }>;

/** The layout of a type. */
export function typeLayout(type: TypeExpression, position: Position = "other"): PrettierDoc {
  switch (type.kind) {
    case "keyword":
      return type.text;
    case "literal":
      return stringLiteral(type.value);
    case "openString":
      return position === "operand" ? "(string & {})" : "string & {}";
    case "enumValue":
      // Only a TypeScript enum distinguishes its members from their values.
      return type.style === "enum" ? `\`\${${type.symbol.local}}\`` : type.symbol.local;
    case "reference":
      return [type.symbol.local, argumentsLayout(type.arguments)];
    case "array":
      return [typeLayout(type.item, "operand"), "[]"];
    case "union":
      return unionLayout(type, position);
    case "intersection":
      return position === "operand" ? ["(", intersectionLayout(type), ")"] : intersectionLayout(type);
    case "object":
      return objectLayout(type);
  }
}

/** A type on one line, unless it contains an object type. */
export function typeText(type: TypeExpression): string {
  return flatText(typeLayout(type));
}

/** Type arguments with their brackets; Prettier does not break a single simple one. */
export function argumentsLayout(types: readonly TypeExpression[]): PrettierDoc {
  const layouts = types.map((type) => typeLayout(type, "argument"));
  const [first] = types;
  if (first === undefined) return "";
  if (types.length === 1 && isSimple(first)) return ["<", ...layouts, ">"];
  return listed("<", layouts, ">", { comma: "" });
}

function isSimple(type: TypeExpression): boolean {
  switch (type.kind) {
    case "keyword":
    case "literal":
    case "enumValue":
    case "object":
      return true;
    case "reference":
      return type.arguments.length === 0;
    case "union":
      return isInline(partsOf(type));
    case "openString":
    case "array":
    case "intersection":
      return false;
  }
}

/** Whether a type prints as a name; the values of a TypeScript enum print as a template literal. */
function isNamed(type: TypeExpression): boolean {
  return type.kind === "reference" || (type.kind === "enumValue" && type.style !== "enum");
}

/** Prettier does not break a union of one object or named type with only `null` or `void`. */
function isInline(items: readonly TypeExpression[]): boolean {
  const main = items.find((item) => item.kind === "object" || isNamed(item));
  const isEmpty = (item: TypeExpression): boolean =>
    item.kind === "keyword" && (item.text === "null" || item.text === "void");
  return main !== undefined && items.every((item) => item === main || isEmpty(item));
}

/** The parts of a compound type, with nested types of the same kind flattened. */
function partsOf(type: Compound<"union"> | Compound<"intersection">): readonly TypeExpression[] {
  return type.items.flatMap((item) => (item.kind === type.kind ? partsOf(item) : item));
}

function unionLayout(type: Compound<"union">, position: Position): PrettierDoc {
  const parts = partsOf(type);
  const items = parts.map((item) => typeLayout(item, "operand"));
  const inBrackets = (layout: PrettierDoc): PrettierDoc => (position === "operand" ? ["(", layout, ")"] : layout);
  if (isInline(parts)) return inBrackets(join(" | ", items));
  const list = group([
    ifBreak("| "),
    join(
      [line, "| "],
      items.map((item) => align(2, item)),
    ),
  ]);
  if (position === "operand") return inBrackets(group([indent([softline, list]), softline]));
  return position === "argument" ? list : group(indent([softline, list]));
}

/** An object type stays on the line of its neighbor; from the third part on, the next part is indented. */
function intersectionLayout(type: Compound<"intersection">): PrettierDoc {
  const items = partsOf(type);
  let wasIndented = false;
  const parts = items.map((item, index): PrettierDoc => {
    const layout = typeLayout(item, "operand");
    const previous = items[index - 1];
    if (previous === undefined) return layout;
    const objects = [previous, item].filter(({ kind }) => kind === "object").length;
    if (objects === 0) return indent([" &", line, layout]);
    if (objects === 2) return [" & ", wasIndented ? indent(layout) : layout];
    if (index > 1) wasIndented = true;
    return [" & ", index > 1 ? indent(layout) : layout];
  });
  return group(parts);
}

/** An object type always has a line for each member. */
function objectLayout({ members }: Compound<"object">): PrettierDoc {
  if (members.length === 0) return "{}";
  const lines = join([";", line], members.map(memberLayout));
  return group(["{", indent([line, lines]), ";", line, "}"], { shouldBreak: true });
}

function memberLayout(member: Member): PrettierDoc {
  return [...docLayout(member.doc), signatureLayout(member)];
}

function signatureLayout({ name, optional, type }: Member): PrettierDoc {
  return [propertyName(name), optional ? "?: " : ": ", typeLayout(type)];
}

/** The lines of a comment, to put before the documented member. */
export function docLayout(doc: Doc): readonly PrettierDoc[] {
  return docText(doc)
    .split("\n")
    .slice(0, -1)
    .map((text) => [text, hardline]);
}

/** A member of an interface as text, without its comment and semicolon. */
export function memberText(member: Member): string {
  return printLayout([signatureLayout(member), ";"], 1).slice(0, -1);
}

/** Type parameters with their brackets, or an empty string. */
export function parametersLayout(parameters: readonly TypeParameter[]): PrettierDoc {
  if (parameters.length === 0) return "";
  const items = parameters.map(({ symbol, bound }) => {
    const bounded = afterOperator(symbol.name, " extends", typeLayout(bound));
    return group(afterOperator(bounded, " =", typeLayout(bound)));
  });
  return listed("<", items, ">");
}
