import type { Json } from "../api/model.ts";
import { compareStrings } from "../util/compare.ts";
import { collectionItems, isJsonObject } from "../util/json.ts";
import { planBody } from "./body.ts";
import { exampleCall, exampleCallText, type ExampleCall } from "./example.ts";
import { isIdentifier, stringLiteral } from "./escape.ts";
import { planResult } from "./result.ts";
import { groupRoutes } from "./routes.ts";
import { RUNTIME_EXPORTS } from "./runtime.ts";
import { runtimeSymbol, type OperationPlan, type Plan, type TypePlan } from "./plan.ts";

/** A GET that the README shows: a call of it, and something to read from what it gives. */
export interface ShownCall {
  readonly operation: OperationPlan;
  /** The call without `await`. */
  readonly text: string;
  readonly isList: boolean;
  /** Resource that it gives, or gives a list of. */
  readonly resource: TypePlan;
  /** Lower is simpler, the first number before the others. */
  readonly effort: readonly number[];
}

function resourceOf(operation: OperationPlan, plan: Plan): Pick<ShownCall, "isList" | "resource"> | null {
  const resource = plan.types.get(operation.model.response.type ?? "");
  const { reader, type } = planResult(operation.model, plan);
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

/** Names that the README's programs have already. */
const OWN_NAMES = new Set<string>(["error", "item", "result", ...RUNTIME_EXPORTS.map(([name]) => name)]);

function shownCall(operation: OperationPlan, plan: Plan): readonly ShownCall[] {
  if (!isReadOnly(operation.model) || OWN_NAMES.has(operation.symbol.name)) return [];
  const found = resourceOf(operation, plan);
  const call = exampleCall(operation, groupRoutes(operation.model), planBody(operation, plan), plan);
  if (found === null || call?.documented !== true) return [];
  const text = exampleCallText(call);
  return [{ operation, text, ...found, effort: effortOf(call, found.isList, text) }];
}

function compareEffort(a: ShownCall, b: ShownCall): number {
  const differs = a.effort.findIndex((value, index) => value !== b.effort[index]);
  if (differs !== -1) return (a.effort[differs] ?? 0) - (b.effort[differs] ?? 0);
  return compareStrings(a.operation.symbol.name, b.operation.symbol.name);
}

/** The GET requests that the docs show an example of, the one that takes the least to call first. */
export function shownCalls(plan: Plan): readonly ShownCall[] {
  return [...plan.operations.values()].flatMap((operation) => shownCall(operation, plan)).sort(compareEffort);
}

/**
 * Reads a text of a resource, as the answer in the page's example has it: what a page shows first is what readers know.
 *
 * @param variable name of the variable that holds the resource
 */
export function textOf(variable: string, { operation, resource }: ShownCall): string {
  const shown = operation.model.examples.flatMap(({ response }) => namesIn(response?.body ?? null));
  const texts = [...resource.properties.all.values()].filter(
    ({ type, collection, deprecated }) => type === "Edm.String" && !collection && deprecated === null,
  );
  const names = new Set(texts.map(({ name }) => name));
  const isKey = (name: string): boolean => resource.model.keys.includes(name) || name === "id";
  const order = [...shown, ...names].filter((name) => names.has(name));
  const name = order.find((item) => !isKey(item)) ?? order[0];
  return name === undefined ? variable : member(variable, name);
}

/** Writes the access to a property. */
export function member(variable: string, name: string): string {
  return isIdentifier(name) ? `${variable}.${name}` : `${variable}[${stringLiteral(name)}]`;
}

function namesIn(body: Json): readonly string[] {
  const object = collectionItems(body)?.[0] ?? body;
  return isJsonObject(object) ? Object.keys(object) : [];
}
