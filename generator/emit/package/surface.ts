// Lists what the declarations of the package export, so that two versions of a package can be compared without its docs
// and without the compiler.

import type { SurfaceItem } from "../model.ts";
import { planned, type EnumPlan, type OperationPlan, type Part, type Plan } from "../plan/plan.ts";
import { RUNTIME_EXPORTS, RUNTIME_MODULE } from "../plan/runtime-names.ts";
import type { Declaration, Shape } from "../syntax/declaration.ts";
import type { Member, TypeExpression } from "../syntax/type-expression.ts";
import { distinctMembers } from "../types/enum.ts";

/** The exports of the runtime, which no page documents. */
export const RUNTIME_SURFACE: SurfaceItem = {
  kind: "runtime",
  id: "runtime",
  page: "",
  module: RUNTIME_MODULE,
  name: "runtime",
  names: RUNTIME_EXPORTS.map(([name]) => name),
  members: [],
};

/** A property, possibly of an object within: `path/userId`. */
interface FlatMember {
  readonly name: string;
  readonly type: string;
  readonly optional: boolean;
}

/**
 * Lists what a part of a module adds to the public API.
 *
 * @param declarations declarations of the part
 * @param plan names and modules of the package
 */
export function surfaceOf(
  [kind, name]: Part,
  declarations: readonly Declaration[],
  plan: Plan,
): readonly SurfaceItem[] {
  const shapes = declarations.flatMap(({ shape }) => shape ?? []);
  switch (kind) {
    case "type":
      return typeSurface(name, shapes, plan);
    case "union":
      return unionSurface(name, shapes, plan);
    case "enum":
      return [enumSurface(name, planned(plan.enums, name))];
    case "operation":
      return [callSurface(planned(plan.operations, name), shapes)];
    case "permissions":
      // The constant of the permissions is listed with its call.
      return [];
  }
}

function typeSurface(id: string, [own, ...related]: readonly Shape[], plan: Plan): readonly SurfaceItem[] {
  if (own === undefined) return [];
  const { symbol, model } = planned(plan.types, id);
  return [
    {
      kind: "type",
      id,
      page: model.source.file,
      module: symbol.module ?? "",
      name: symbol.name,
      names: related.map(({ name }) => name),
      members: flatten(own.type).map(memberText),
      ...(own.base === null || own.base === undefined ? {} : { base: shownType(own.base) }),
      ...(own.open === true ? { open: true } : {}),
    },
  ];
}

function unionSurface(id: string, [own, ...others]: readonly Shape[], plan: Plan): readonly SurfaceItem[] {
  if (own === undefined) return [];
  const { union, model } = planned(plan.types, id);
  const names = others.map(({ name }) => name);
  return [
    { kind: "union", id, page: model.source.file, module: union?.module ?? "", name: own.name, names, members: [] },
  ];
}

function enumSurface(id: string, { model, symbol, open }: EnumPlan): SurfaceItem {
  return {
    kind: "enum",
    id,
    page: model.source.file,
    module: symbol.module ?? "",
    name: symbol.name,
    names: [],
    members: distinctMembers(model.members).map(({ identifier, name }) => `${identifier}=${name}`),
    ...(open ? { open: true } : {}),
  };
}

function callSurface(operation: OperationPlan, shapes: readonly Shape[]): SurfaceItem {
  const { model, symbol, options, body, permissions } = operation;
  const find = (name: string) => shapes.find((shape) => shape.name === name);
  const [sent, call] = [find(body.name), find(symbol.name)];
  const [request] = model.requests;
  const base = sent?.base ?? null;
  return {
    kind: "call",
    id: `${model.source.file} ${request?.method ?? ""} ${request?.path ?? ""}`,
    page: model.source.file,
    module: symbol.module ?? "",
    name: symbol.name,
    names: [...shapes.filter((shape) => shape !== call).map(({ name }) => name), permissions.name],
    members: [
      ...flatten(find(options.name)?.type),
      ...(base === null ? [] : [{ name: "body/*", type: shownType(base), optional: true }]),
      ...below("body", false, flatten(sent?.type)),
    ].map(memberText),
    result: call === undefined ? "" : shownType(call.type),
  };
}

function memberText({ name, type, optional }: FlatMember): string {
  return `${name}${optional ? "?" : ""}: ${type}`;
}

/** Members of an object type and of those within; none of any other type. */
function flatten(type: TypeExpression | undefined): readonly FlatMember[] {
  switch (type?.kind) {
    case "object":
      return type.members.flatMap(flattenMember);
    case "intersection":
      return type.items.flatMap(flatten);
    case "union":
      return joinVariants(type.items.map(flatten));
    default:
      return [];
  }
}

function flattenMember({ name, type, optional }: Member): readonly FlatMember[] {
  const inner = flatten(type);
  return inner.length === 0 ? [{ name, type: shownType(type), optional }] : below(name, optional, inner);
}

function below(name: string, optional: boolean, inner: readonly FlatMember[]): readonly FlatMember[] {
  return inner.map((member) => ({
    ...member,
    name: `${name}/${member.name}`,
    optional: optional || member.optional,
  }));
}

/** A member can be omitted if one of the variants does without it. Variants without members have no common form. */
function joinVariants(variants: readonly (readonly FlatMember[])[]): readonly FlatMember[] {
  if (variants.some((members) => members.length === 0)) return [];
  const names = new Set(variants.flatMap((members) => members.map(({ name }) => name)));
  return [...names].flatMap((name) => {
    const found = variants.flatMap((members) => members.find((member) => member.name === name) ?? []);
    const types = [...new Set(found.map(({ type }) => type))].filter((type) => type !== "never");
    const optional = found.length < variants.length || found.some((member) => member.optional);
    return types.length === 0 ? [] : [{ name, type: types.join(" | "), optional }];
  });
}

/** A type on one line, in the same text for all styles of enums; `string` stands for any string with hints. */
function shownType(type: TypeExpression): string {
  switch (type.kind) {
    case "keyword":
      return type.text;
    case "literal":
      return JSON.stringify(type.value);
    case "openString":
      return "string";
    case "enumValue":
      return type.symbol.local;
    case "reference":
      return `${type.symbol.local}${type.arguments.length === 0 ? "" : `<${type.arguments.map(shownType).join(", ")}>`}`;
    case "array":
      return `${operand(type.item)}[]`;
    case "union":
      return shownUnion(type.items);
    case "intersection":
      return type.items.map(operand).join(" & ");
    case "object":
      return `{ ${flatten(type).map(memberText).join("; ")} }`;
  }
}

/** Text takes in its hints. */
function shownUnion(items: readonly TypeExpression[]): string {
  const isText = items.some(({ kind }) => kind === "openString");
  const shown = items
    .filter(({ kind }) => !isText || (kind !== "literal" && kind !== "enumValue"))
    .map((item) => (item.kind === "union" ? shownType(item) : operand(item)));
  return [...new Set(shown)].join(" | ");
}

function operand(type: TypeExpression): string {
  const text = shownType(type);
  return (type.kind === "union" || type.kind === "intersection") && text.includes(" ") ? `(${text})` : text;
}
