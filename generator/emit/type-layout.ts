import { builders } from "prettier/doc";
import { afterOperator, flatText, listed, printLayout, type Layout } from "./layout.ts";
import { docText, type Doc } from "./doc.ts";
import { propertyName, stringLiteral } from "./escape.ts";
import type { Member, TypeExpression, TypeParameter } from "./type-expression.ts";

const { align, group, hardline, ifBreak, indent, join, line, softline } = builders;

/** Where a type stands: as type argument, as a part of another type that has to stay together, or anywhere else. */
type Place = "argument" | "operand" | "other";

type Compound<Kind extends TypeExpression["kind"]> = Extract<TypeExpression, { readonly kind: Kind }>;

/** The layout of a type. */
export function typeLayout(type: TypeExpression, place: Place = "other"): Layout {
  switch (type.kind) {
    case "keyword":
      return type.text;
    case "literal":
      return stringLiteral(type.value);
    case "openString":
      return place === "operand" ? "(string & {})" : "string & {}";
    case "enumValue":
      // Only a TypeScript enum keeps its members apart from their values.
      return type.style === "enum" ? `\`\${${type.symbol.local}}\`` : type.symbol.local;
    case "reference":
      return [type.symbol.local, argumentsLayout(type.arguments)];
    case "array":
      return [typeLayout(type.item, "operand"), "[]"];
    case "union":
      return unionLayout(type, place);
    case "intersection":
      return place === "operand" ? ["(", intersectionLayout(type), ")"] : intersectionLayout(type);
    case "object":
      return objectLayout(type);
  }
}

/** A type on one line, unless it contains an object type. */
export function typeText(type: TypeExpression): string {
  return flatText(typeLayout(type));
}

/** Type arguments; a single simple one stays with its brackets. */
export function argumentsLayout(types: readonly TypeExpression[]): Layout {
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

/** Values of an enum are a template literal, or the name of their type. */
function isNamed(type: TypeExpression): boolean {
  return type.kind === "reference" || (type.kind === "enumValue" && type.style !== "enum");
}

/** One type that can break by itself, and nothing but `null` and `void` beside it, are not put on lines of their own. */
function isInline(items: readonly TypeExpression[]): boolean {
  const main = items.find((item) => item.kind === "object" || isNamed(item));
  const isEmpty = (item: TypeExpression): boolean =>
    item.kind === "keyword" && (item.text === "null" || item.text === "void");
  return main !== undefined && items.every((item) => item === main || isEmpty(item));
}

/** The parts of a compound type, those of parts of the same kind among them. */
function partsOf(type: Compound<"union"> | Compound<"intersection">): readonly TypeExpression[] {
  return type.items.flatMap((item) => (item.kind === type.kind ? partsOf(item) : item));
}

function unionLayout(type: Compound<"union">, place: Place): Layout {
  const parts = partsOf(type);
  const items = parts.map((item) => typeLayout(item, "operand"));
  const inBrackets = (layout: Layout): Layout => (place === "operand" ? ["(", layout, ")"] : layout);
  if (isInline(parts)) return inBrackets(join(" | ", items));
  const list = group([
    ifBreak("| "),
    join(
      [line, "| "],
      items.map((item) => align(2, item)),
    ),
  ]);
  if (place === "operand") return inBrackets(group([indent([softline, list]), softline]));
  return place === "argument" ? list : group(indent([softline, list]));
}

/** An object type stays on the line of its neighbour; from the third part on, what follows one is indented. */
function intersectionLayout(type: Compound<"intersection">): Layout {
  const items = partsOf(type);
  let wasIndented = false;
  const parts = items.map((item, index): Layout => {
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

/** An object type has a line for each member, however short they are. */
function objectLayout({ members }: Compound<"object">): Layout {
  if (members.length === 0) return "{}";
  const lines = join([";", line], members.map(memberLayout));
  return group(["{", indent([line, lines]), ";", line, "}"], { shouldBreak: true });
}

function memberLayout(member: Member): Layout {
  return [...docLayout(member.doc), signatureLayout(member)];
}

function signatureLayout({ name, optional, type }: Member): Layout {
  return [propertyName(name), optional ? "?: " : ": ", typeLayout(type)];
}

/** The lines of a comment, before what it belongs to. */
export function docLayout(doc: Doc): readonly Layout[] {
  return docText(doc)
    .split("\n")
    .slice(0, -1)
    .map((text) => [text, hardline]);
}

/** A member of an interface as text, without its semicolon and comment. */
export function memberText(member: Member): string {
  return printLayout([signatureLayout(member), ";"], 1).slice(0, -1);
}

/** Type parameters with their brackets; nothing where there are none. */
export function parametersLayout(parameters: readonly TypeParameter[]): Layout {
  if (parameters.length === 0) return "";
  const items = parameters.map(({ symbol, bound }) => {
    const bounded = afterOperator(symbol.name, " extends", typeLayout(bound));
    return group(afterOperator(bounded, " =", typeLayout(bound)));
  });
  return listed("<", items, ">");
}
