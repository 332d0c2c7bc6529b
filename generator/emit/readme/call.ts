import type { Json } from "../../api/model.ts";
import { compareStrings } from "../../util/compare.ts";
import { collectionItems, isJsonObject } from "../../util/json.ts";
import { planRequest, type RequestPlan } from "../requests/request-plan.ts";
import { exampleCall, exampleCallText, type ExampleCall } from "../examples/example.ts";
import { isIdentifier, stringLiteral } from "../syntax/escape.ts";
import { RUNTIME_EXPORTS } from "../plan/runtime-names.ts";
import { runtimeSymbol, type OperationPlan, type Plan, type TypePlan } from "../plan/plan.ts";

/** A GET request that the README may show: a call to it, and a property to read from its result. */
export interface ShownCall {
  /** Name of the request function. */
  readonly operation: string;
  /** The call without `await`. */
  readonly text: string;
  readonly isList: boolean;
  /** Full name of the resource that it returns, alone or in a list. */
  readonly resource: string;
  /** Property of the resource to print, or null. */
  readonly property: string | null;
  /** Lower is simpler; the numbers are compared in order. */
  readonly effort: readonly number[];
}

interface ReadResource {
  readonly resource: TypePlan;
  readonly isList: boolean;
}

function resourceOf({ operation, result: { reader, type } }: RequestPlan, plan: Plan): ReadResource | null {
  const resource = plan.types.get(operation.model.response.type ?? "");
  if (resource === undefined || reader !== "request" || type.kind !== "reference") return null;
  if (type.symbol === resource.symbol) return { resource, isList: false };
  return type.symbol === runtimeSymbol(plan, "Collection") ? { resource, isList: true } : null;
}

function count(value: ExampleCall["options"][string]): number {
  return typeof value === "object" && value !== null ? Object.keys(value).length : 0;
}

function effortOf({ options }: ExampleCall, isList: boolean, text: string): readonly number[] {
  const extras = count(options.query) + count(options.headers) + (options.route === undefined ? 0 : 1);
  return [count(options.path) + extras, Number(isList), text.length];
}

function isReadOnly({ requests, deprecated, requestBody }: OperationPlan["model"]): boolean {
  return deprecated === null && requestBody === null && requests.every(({ method }) => method === "GET");
}

/** Names that the README's programs use. */
const RESERVED_NAMES = new Set<string>(["error", "item", "result", ...RUNTIME_EXPORTS.map(([name]) => name)]);

/** The call to an operation that returns a resource and has an example on its page. */
export function shownCall(operation: OperationPlan, plan: Plan): readonly ShownCall[] {
  const { name } = operation.symbol;
  if (!isReadOnly(operation.model) || RESERVED_NAMES.has(name)) return [];
  const request = planRequest(operation, plan);
  const found = resourceOf(request, plan);
  if (found === null) return [];
  const call = exampleCall(request, plan);
  if (call?.documented !== true) return [];
  const { resource, isList } = found;
  const text = exampleCallText(call);
  const property = shownProperty(operation, resource);
  return [
    { operation: name, text, isList, resource: resource.fullName, property, effort: effortOf(call, isList, text) },
  ];
}

/** Sorts calls by simplicity, the simplest first. */
export function sortCalls(calls: readonly ShownCall[]): readonly ShownCall[] {
  return calls.toSorted(compareEffort);
}

function compareEffort(a: ShownCall, b: ShownCall): number {
  const differs = a.effort.findIndex((value, index) => value !== b.effort[index]);
  if (differs !== -1) return (a.effort[differs] ?? 0) - (b.effort[differs] ?? 0);
  return compareStrings(a.operation, b.operation);
}

/** A string property of a resource, preferably the first in the page's example, which readers know best. */
function shownProperty({ model }: OperationPlan, resource: TypePlan): string | null {
  const shown = model.examples.flatMap(({ response }) => namesIn(response?.body ?? null));
  const texts = [...resource.properties.all.values()].filter(
    ({ type, collection, deprecated }) => type === "Edm.String" && !collection && deprecated === null,
  );
  const names = new Set(texts.map(({ name }) => name));
  const isKey = (name: string): boolean => resource.model.keys.includes(name) || name === "id";
  const order = [...shown, ...names].filter((name) => names.has(name));
  return order.find((item) => !isKey(item)) ?? order[0] ?? null;
}

/**
 * Writes an expression that reads the shown property of a resource.
 *
 * @param variable name of the variable that holds the resource
 */
export function textOf(variable: string, { property }: ShownCall): string {
  return property === null ? variable : member(variable, property);
}

/** Writes the access to a property. */
export function member(variable: string, name: string): string {
  return isIdentifier(name) ? `${variable}.${name}` : `${variable}[${stringLiteral(name)}]`;
}

function namesIn(body: Json): readonly string[] {
  const object = collectionItems(body)?.[0] ?? body;
  return isJsonObject(object) ? Object.keys(object) : [];
}
