import type { OperationModel, PropertyModel } from "../../api/model.ts";
import { exampleCall } from "../examples/example.ts";
import { placeholder } from "../examples/placeholder.ts";
import { toIdentifier } from "../plan/identifiers.ts";
import { RUNTIME_EXPORTS } from "../plan/runtime-names.ts";
import type { OperationPlan, Plan, TypePlan } from "../plan/plan.ts";
import type { RouteGroup } from "../plan/routes.ts";
import { callerHeaders } from "../requests/options.ts";
import { planRequest, type RequestPlan } from "../requests/request-plan.ts";
import type { PrettierDoc } from "../syntax/layout.ts";
import { VOID } from "../syntax/type-expression.ts";
import { exampleEntry, readableObject, type Value } from "../syntax/value-layout.ts";
import { isNumber } from "../types/type-of.ts";
import { isPlainText, shownProperties, type ShownProperties } from "./property.ts";

/** A call to a request function that the README shows. */
export interface ReadmeCall {
  readonly operation: OperationPlan;
  readonly request: RequestPlan;
  /** Path, query, headers and body of the call, without what the caller may omit. */
  readonly options: Readonly<Record<string, Value>>;
  /** Resource that it returns, alone or in a list. */
  readonly resource: TypePlan | null;
  readonly returns: boolean;
  /** Name of a variable for the resource. */
  readonly noun: string;
  /** Properties of the resource to print, to identify it, and to filter by. */
  readonly properties: ShownProperties;
}

/** Names that programs of the README use for something else. */
const TAKEN = new Set<string>([
  ..."console crypto error fetch file page performance response saved session state".split(" "),
  ..."b body controller data headers path pending query status".split(" "),
  ...RUNTIME_EXPORTS.map(([name]) => name),
]);

/** The last word of a name, in lower case: `device` for `managedDevice`. */
function nounOf(name: string, taken: string): string {
  const word = (/[A-Z]?[a-z]+$/.exec(name)?.[0] ?? "").toLowerCase();
  return word.length < 3 || TAKEN.has(word) || word === taken || toIdentifier(word) !== word ? "item" : word;
}

/** The shortest documented URLs: those with the fewest keys that a call without `route` can use. */
function shortestGroup(groups: readonly RouteGroup[]): RouteGroup | undefined {
  const usable = groups.filter(({ hasDefault }) => hasDefault);
  const fewest = Math.min(...usable.map(({ parameters }) => parameters.length));
  return usable.find(({ parameters }) => parameters.length === fewest);
}

/** A short placeholder for a key: `USER_ID` for `userIdOrUserPrincipalName`. */
function keyPlaceholder(name: string): string {
  const words = name.replace(/(?<=[a-z])Or[A-Z].*$/, "").match(/[A-Z]?[a-z\d]+|[A-Z]+(?![a-z])/g) ?? [];
  return placeholder(words.slice(-2).join("_"));
}

function pathValue(name: string, type: string, plan: Plan): Value {
  if (isNumber(type)) return 1;
  if (type === "Edm.Boolean") return true;
  return plan.enums.get(type)?.model.members[0]?.name ?? keyPlaceholder(name);
}

function pathOf({ parameters }: RouteGroup, plan: Plan): Value {
  const values = parameters.map(({ name, type, values }) => [name, values[0] ?? pathValue(name, type, plan)] as const);
  return values.length === 0 ? undefined : Object.fromEntries(values);
}

function pick(value: Value, names: ReadonlySet<string>): Value {
  if (!isObject(value)) return undefined;
  const members = Object.entries(value).filter(([name]) => names.has(name.toLowerCase()));
  return members.length === 0 ? undefined : Object.fromEntries(members);
}

function isObject(value: Value): value is Readonly<Record<string, Value>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function requiredNames(rows: readonly { readonly name: string; readonly required: boolean }[]): ReadonlySet<string> {
  return new Set(rows.filter(({ required }) => required).map(({ name }) => name.toLowerCase()));
}

/** Bodies with more properties are shortened. */
const LONG_BODY = 6;

/** Number of properties of a shortened body, unless more are required. */
const SHORT_BODY = 3;

/** Shortens a body to its required properties and the first texts of the others, if it is long. */
function shortBody(body: Value, { request, model }: { request: RequestPlan; model: OperationModel }): Value {
  if (!isObject(body) || Object.keys(body).length <= LONG_BODY) return body;
  const rows = model.requestBody?.properties ?? [];
  const properties = request.body?.properties ?? new Map<string, PropertyModel>();
  const required = new Set([...rows, ...properties.values()].flatMap((row) => (row.required ? [row.name] : [])));
  const isNeeded = (name: string): boolean => required.has(name) || name === "@odata.type";
  const needed = Object.keys(body).filter(isNeeded);
  const texts = Object.keys(body).filter((name) => !isNeeded(name) && isPlainText(properties.get(name)));
  const names = new Set([...needed, ...texts.slice(0, Math.max(0, SHORT_BODY - needed.length))]);
  return Object.fromEntries(Object.entries(body).filter(([name]) => names.has(name)));
}

/**
 * Writes a call to an operation. Path values are placeholders; the body is that of the page's example.
 *
 * @param usage number of types that have a text property with a name
 * @returns null if a call would need values that the page does not show
 */
export function readmeCall(
  operation: OperationPlan,
  plan: Plan,
  usage: ReadonlyMap<string, number>,
): ReadmeCall | null {
  const { model } = operation;
  const request = planRequest(operation, plan);
  const group = shortestGroup(request.groups);
  const example = exampleCall(request, plan);
  const query = requiredNames(model.query);
  const isJson = model.requestBody !== null && ["json", "reference"].includes(model.requestBody.kind);
  if (group === undefined || TAKEN.has(operation.symbol.name)) return null;
  if (example === undefined && (isJson || query.size > 0)) return null;
  const shown = example?.options ?? {};
  const options = {
    path: pathOf(group, plan),
    query: pick(shown.query, query),
    headers: pick(shown.headers, requiredNames(callerHeaders(model))),
    body: isJson ? shortBody(shown.body, { request, model }) : undefined,
  };
  if (Object.keys(options.query ?? {}).length < query.size) return null;
  const resource = plan.types.get(model.response.type ?? "") ?? null;
  return {
    operation,
    request,
    options,
    resource,
    returns: request.result.type !== VOID,
    noun: nounOf(model.response.type ?? "", operation.symbol.name),
    properties: shownProperties(resource, usage),
  };
}

/** What the program adds to a call. */
export interface CallParts {
  /** Variable of the client. */
  readonly client?: string;
  /** Further query options. */
  readonly query?: Readonly<Record<string, Value>>;
  /** Further options, as properties of the object. */
  readonly options?: readonly PrettierDoc[];
}

/** The options of a call as an object literal; null if it has none. */
export function optionsLayout({ options }: ReadmeCall, parts: CallParts = {}): PrettierDoc | null {
  const own = options.query ?? {};
  const query = { ...(isObject(own) ? own : {}), ...parts.query };
  const given = { ...options, query: Object.keys(query).length === 0 ? undefined : query };
  const entries = Object.entries(given).filter(([, value]) => value !== undefined);
  const lines = [...entries.map(([name, value]) => exampleEntry(name, value)), ...(parts.options ?? [])];
  return lines.length === 0 ? null : readableObject(lines);
}

/** The call as an expression, without `await`. */
export function callLayout(call: ReadmeCall, parts: CallParts = {}): PrettierDoc {
  const options = optionsLayout(call, parts);
  const { name } = call.operation.symbol;
  return [name, "(", parts.client ?? "client", ...(options === null ? [] : [", ", options]), ")"];
}

/** The arguments of a call behind the name of a function that makes it: `listUsers, { … }`. */
export function passedLayout(call: ReadmeCall, parts: CallParts = {}, isRequired = false): PrettierDoc {
  const options = optionsLayout(call, parts) ?? (isRequired ? "{}" : null);
  return [call.operation.symbol.name, ...(options === null ? [] : [", ", options])];
}
