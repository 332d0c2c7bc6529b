// Turns symbols, types and comments into a declaration: a structure or text for the printer, and the symbols that its
// module must import.

import type {
  EnumDeclarationStructure,
  FunctionDeclarationStructure,
  InterfaceDeclarationStructure,
  OptionalKind,
  PropertySignatureStructure,
  TypeParameterDeclarationStructure,
} from "ts-morph";
import { docStructures, docText, type Doc } from "./doc.ts";
import { afterOperator, printLayout, type PrettierDoc } from "./layout.ts";
import { StructureKind } from "./structure-kind.ts";
import { memberText, parametersLayout, typeLayout, typeText } from "./type-layout.ts";
import { symbolsOf, type Member, type TypeExpression, type TypeParameter, type TypeSymbol } from "./type-expression.ts";

/** What a declaration exports, as data: a type, or a function with the type of its result. */
export interface Shape {
  readonly name: string;
  readonly type: TypeExpression;
  /** The type that an interface extends. */
  readonly base?: TypeExpression | null;
  /** Whether an interface allows unnamed properties. */
  readonly open?: boolean;
}

/** A statement of a module, with the symbols that it refers to. */
export interface Declaration {
  /** The structure to print, or printed text. */
  readonly structure: InterfaceDeclarationStructure | FunctionDeclarationStructure | EnumDeclarationStructure | string;
  /** Layouts of its lines that begin with `export`, in order. */
  readonly heads?: readonly (() => PrettierDoc)[];
  readonly types: readonly TypeSymbol[];
  /** Symbols that the statement uses at run time. */
  readonly values: readonly TypeSymbol[];
  /** Missing for statements without a type of their own, such as constants. */
  readonly shape?: Shape;
}

/** The signature has no comment and no semicolon, because the printer adds them. */
function toSignature(member: Member): PropertySignatureStructure {
  return { kind: StructureKind.PropertySignature, name: memberText(member), docs: docStructures(member.doc) };
}

/** Type parameters as structures for the printer. */
export function parameterStructures(
  parameters: readonly TypeParameter[],
): OptionalKind<TypeParameterDeclarationStructure>[] {
  return parameters.map(({ symbol, bound }) => {
    const text = typeText(bound);
    return { name: symbol.name, constraint: text, default: text };
  });
}

function boundSymbols(parameters: readonly TypeParameter[]): readonly TypeSymbol[] {
  return parameters.flatMap(({ bound }) => symbolsOf(bound));
}

interface InterfaceFacts {
  readonly symbol: TypeSymbol;
  readonly base: TypeExpression | null;
  readonly members: readonly Member[];
  /** Whether unnamed properties are allowed. */
  readonly open: boolean;
  readonly doc: Doc;
  readonly parameters?: readonly TypeParameter[];
}

const ANY_PROPERTY = {
  kind: StructureKind.IndexSignature,
  keyName: "property",
  keyType: "string",
  returnType: "unknown",
} as const;

/** Declares an exported interface. */
export function interfaceDeclaration(facts: InterfaceFacts): Declaration {
  const structure: InterfaceDeclarationStructure = {
    kind: StructureKind.Interface,
    name: facts.symbol.name,
    isExported: true,
    typeParameters: parameterStructures(facts.parameters ?? []),
    extends: facts.base === null ? [] : [typeText(facts.base)],
    docs: docStructures(facts.doc),
    properties: facts.members.map(toSignature),
    indexSignatures: facts.open ? [ANY_PROPERTY] : [],
  };
  const base = facts.base === null ? [] : symbolsOf(facts.base);
  const members = facts.members.flatMap((member) => symbolsOf(member.type));
  return {
    structure,
    heads: [() => interfaceHead(facts)],
    types: [...base, ...members, ...boundSymbols(facts.parameters ?? [])],
    values: [],
    shape: {
      name: facts.symbol.name,
      type: { kind: "object", members: facts.members },
      base: facts.base,
      open: facts.open,
    },
  };
}

function interfaceHead({ symbol, base, members, open, parameters = [] }: InterfaceFacts): PrettierDoc {
  const extended: PrettierDoc = base === null ? "" : [" extends ", typeLayout(base)];
  const isEmpty = members.length === 0 && !open;
  return ["export interface ", symbol.name, parametersLayout(parameters), extended, isEmpty ? " {}" : " {"];
}

/** Declares an exported type alias. */
export function aliasDeclaration(
  symbol: TypeSymbol,
  type: TypeExpression,
  doc: Doc,
  parameters: readonly TypeParameter[] = [],
): Declaration {
  const left = ["export type ", symbol.name, parametersLayout(parameters)];
  const text = printLayout([afterOperator(left, " =", typeLayout(type)), ";"]);
  return {
    structure: `${docText(doc)}${text}`,
    types: [...symbolsOf(type), ...boundSymbols(parameters)],
    values: [],
    shape: { name: symbol.name, type },
  };
}

/** Declares an exported constant. */
export function constantDeclaration(name: string, value: PrettierDoc, doc: Doc): Declaration {
  const text = printLayout([afterOperator(`export const ${name}`, " =", [value, " as const"]), ";"]);
  return { structure: `${docText(doc)}${text}`, types: [], values: [] };
}
