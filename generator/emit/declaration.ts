import {
  StructureKind,
  type InterfaceDeclarationStructure,
  type OptionalKind,
  type PropertySignatureStructure,
  type StatementStructures,
  type TypeParameterDeclarationStructure,
} from "ts-morph";
import { docStructures, type Doc } from "./doc.ts";
import { propertyName } from "./escape.ts";
import { symbolsOf, type Member, type TypeExpression, type TypeSymbol } from "./type-expression.ts";
import { typeText } from "./type-text.ts";

/** A statement of a module, and what it refers to. */
export interface Declaration {
  readonly structure: StatementStructures;
  readonly types: readonly TypeSymbol[];
  /** Symbols that are used at run time. */
  readonly values: readonly TypeSymbol[];
}

function toSignature(member: Member): PropertySignatureStructure {
  return {
    kind: StructureKind.PropertySignature,
    name: propertyName(member.name),
    hasQuestionToken: member.optional,
    type: typeText(member.type),
    docs: docStructures(member.doc),
  };
}

/** Parameter of a generic declaration. */
export interface TypeParameter {
  readonly symbol: TypeSymbol;
  /** What it must be, and is where nothing else is given. */
  readonly bound: TypeExpression;
}

/** Type parameters as the printer takes them. */
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
  return { structure, types: [...base, ...members, ...boundSymbols(facts.parameters ?? [])], values: [] };
}

/** Declares an exported type alias. */
export function aliasDeclaration(
  symbol: TypeSymbol,
  type: TypeExpression,
  doc: Doc,
  parameters: readonly TypeParameter[] = [],
): Declaration {
  return {
    structure: {
      kind: StructureKind.TypeAlias,
      name: symbol.name,
      isExported: true,
      typeParameters: parameterStructures(parameters),
      type: typeText(type),
      docs: docStructures(doc),
    },
    types: [...symbolsOf(type), ...boundSymbols(parameters)],
    values: [],
  };
}
