import { builders } from "prettier/doc";
import { listed, printLayout, type PrettierDoc } from "./layout.ts";
import { argumentsLayout, parametersLayout, typeLayout } from "./type-layout.ts";
import type { TypeExpression, TypeParameter } from "./type-expression.ts";

const { conditionalGroup, group, ifBreak, indent, join, line, softline } = builders;

/** The head of an exported function, as data. */
export interface FunctionHead {
  readonly name: string;
  readonly isAsync: boolean;
  readonly typeParameters: readonly TypeParameter[];
  readonly parameters: readonly PrettierDoc[];
  readonly result: PrettierDoc;
  /** False for an overload. */
  readonly hasBody: boolean;
}

/** The layout of the head of a function. */
export function functionHead(head: FunctionHead): PrettierDoc {
  const keyword = `export ${head.isAsync ? "async " : ""}function `;
  const parameters = [indent([softline, join([",", line], [...head.parameters])]), ifBreak(","), softline];
  return [
    keyword,
    head.name,
    parametersLayout(head.typeParameters),
    group(["(", ...parameters, "): ", head.result]),
    head.hasBody ? " {" : ";",
  ];
}

/** The layout of a parameter. */
export function parameterLayout(name: string, type: TypeExpression, more = ""): PrettierDoc {
  return [name, ": ", typeLayout(type), more];
}

/** A call as the body of a function. */
export interface BodyCall {
  readonly isAwaited: boolean;
  readonly name: string;
  readonly typeArguments: readonly TypeExpression[];
  readonly arguments: readonly PrettierDoc[];
}

/** The text of a body that returns the result of a call. */
export function returnText(call: BodyCall): string {
  const begin = `return ${call.isAwaited ? "await " : ""}${call.name}`;
  return printLayout([begin, argumentsLayout(call.typeArguments), listed("(", call.arguments, ")"), ";"], 1);
}

/** The text of a body that returns the result of a call whose last argument is a list: the list breaks first. */
export function returnListText(name: string, first: string, list: readonly string[]): string {
  const last = listed("[", list, "]");
  const broken = listed("[", list, "]", { shouldBreak: true });
  const all = group(["(", indent([line, first, ",", line, last]), ",", line, ")"], { shouldBreak: true });
  const call = conditionalGroup([["(", first, ", ", last, ")"], ["(", first, ", ", broken, ")"], all]);
  return printLayout([`return ${name}`, call, ";"], 1);
}
