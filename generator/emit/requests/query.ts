import type { OperationModel, ParameterModel } from "../../api/model.ts";
import type { Place } from "../../diagnostics/diagnostic.ts";
import { compareStrings } from "../../util/compare.ts";
import { NO_DOC, prose } from "../syntax/doc.ts";
import { fixedQuery, queryOf } from "../plan/fixed-query.ts";
import { jsonFormat } from "../plan/json-format.ts";
import { runtimeSymbol, type OperationPlan, type Plan } from "../plan/plan.ts";
import { planResult } from "./result.ts";
import { selectionOf } from "./selection.ts";
import { openValues, typeOfValue } from "../types/type-of.ts";
import {
  BOOLEAN,
  NUMBER,
  STRING,
  UNKNOWN,
  intersection,
  reference,
  type Member,
  type TypeExpression,
} from "../syntax/type-expression.ts";

/** OData options and their types; a type that is `UNKNOWN` here depends on the operation. */
const ODATA: ReadonlyMap<string, TypeExpression> = new Map([
  ["$select", UNKNOWN],
  ["$expand", UNKNOWN],
  ["$orderby", UNKNOWN],
  ["$filter", STRING],
  ["$search", STRING],
  ["$top", NUMBER],
  ["$skip", NUMBER],
  ["$count", BOOLEAN],
  ["$skiptoken", STRING],
  ["$deltatoken", STRING],
]);

/** The name of an OData option in the case of the protocol; any other name is unchanged. */
export function queryName(name: string): string {
  const lower = name.toLowerCase();
  return ODATA.has(lower) ? lower : name;
}

/**
 * The name of an option in an example, in the spelling of the protocol. Examples often omit the `$`.
 *
 * @param documented names that the page lists, to which no `$` is added
 */
export function sentQueryName(name: string, documented: ReadonlySet<string>): string {
  const dollar = `$${name.toLowerCase()}`;
  return !documented.has(name) && ODATA.has(dollar) ? dollar : queryName(name);
}

/** The runtime type of the query, which depends on what the operation reads. */
type Shape = "GetQuery" | "ListQuery" | "CountQuery";

const OPTIONS: Readonly<Record<Shape, ReadonlySet<string>>> = {
  GetQuery: new Set(["$select", "$expand"]),
  ListQuery: new Set(ODATA.keys()),
  CountQuery: new Set(["$filter", "$search"]),
};

function shapeOf(operation: OperationModel, plan: Plan): Shape | null {
  if (!operation.requests.every((request) => request.method === "GET")) return null;
  if (operation.requests.every((request) => request.path.toLowerCase().endsWith("/$count"))) return "CountQuery";
  const { reader, type } = planResult(operation, plan);
  if (reader !== "request" && reader !== "requestByRoute") return null;
  if (operation.response.collection) return "ListQuery";
  const items = type.kind === "union" ? type.items : [type];
  const symbols = items.flatMap((item) => (item.kind === "reference" ? item.symbol : []));
  if (symbols.some((symbol) => symbol === runtimeSymbol(plan, "Collection"))) return "ListQuery";
  if (symbols.some((symbol) => symbol === runtimeSymbol(plan, "ValueResult"))) return null;
  return symbols.length > 0 || items.includes(UNKNOWN) ? "GetQuery" : null;
}

function shapeType(shape: Shape, operation: OperationPlan, plan: Plan): TypeExpression {
  const symbol = runtimeSymbol(plan, shape);
  if (shape === "CountQuery") return reference(symbol);
  const selection = selectionOf(operation, plan);
  if (selection === null) return reference(symbol, UNKNOWN);
  const select = selection.narrows ? reference(plan.selectParameter) : selection.keys;
  const related = selection.relationships === null ? [] : [reference(selection.relationships)];
  return reference(symbol, selection.resource, select, ...related);
}

/** Type of an option of the protocol that depends on what the operation reads. */
function optionType(name: string, operation: OperationPlan, plan: Plan): TypeExpression {
  const selection = selectionOf(operation, plan);
  switch (name) {
    case "$select": {
      const select = selection?.narrows === true ? reference(plan.selectParameter) : selection?.keys;
      return reference(runtimeSymbol(plan, "SelectOption"), select ?? STRING);
    }
    case "$expand": {
      const related = selection?.relationships ?? null;
      return reference(runtimeSymbol(plan, "ExpandOption"), ...(related === null ? [] : [reference(related)]));
    }
    default:
      return reference(runtimeSymbol(plan, "OrderOption"), selection?.resource ?? UNKNOWN);
  }
}

/** Values that are neither a primitive nor an enum are strings, because a query is text. */
function parameterType(
  parameter: ParameterModel,
  isOffered: boolean,
  operation: OperationPlan,
  plan: Plan,
): TypeExpression {
  const name = queryName(parameter.name);
  const odata = ODATA.get(name);
  if (odata === UNKNOWN) return isOffered ? optionType(name, operation, plan) : STRING;
  if (odata !== undefined) return odata;
  const { type, collection, values } = parameter;
  if (values.length > 0 && !collection) return openValues(values);
  return type.startsWith("Edm.") || plan.enums.has(type) ? typeOfValue({ type, collection }, plan) : STRING;
}

/** Names of query options that an example of the page sends, with its place. */
interface SentQuery {
  readonly names: readonly string[];
  readonly source: Place;
}

/** The queries that the examples of the page send. */
export function sentQueries(operation: OperationModel): readonly SentQuery[] {
  const methods = new Set<string>(operation.requests.map((request) => request.method));
  const aliases = new Set(operation.requests.flatMap(({ parameters }) => parameters.map(({ alias }) => alias)));
  return operation.examples.flatMap(({ request }) => {
    const question = request?.url.indexOf("?") ?? -1;
    if (request === null || question === -1 || !methods.has(request.method)) return [];
    const documented = new Set(operation.query.map(({ name }) => name));
    const { fixed, shown } = fixedQuery(request.url.slice(question + 1));
    const sent = [...Object.keys(fixed), ...Object.keys(shown)].filter((name) => !aliases.has(name));
    const names = sent.map((name) => sentQueryName(name, documented));
    return [{ names, source: request.source }];
  });
}

function sentNames(operation: OperationModel): readonly string[] {
  return [...new Set(sentQueries(operation).flatMap(({ names }) => names))].sort(compareStrings);
}

function queryMembers(planned: OperationPlan, offered: ReadonlySet<string>, plan: Plan): readonly Member[] {
  const operation = planned.model;
  const members = new Map<string, Member>();
  const add = (member: Member): void => {
    if (!members.has(member.name)) members.set(member.name, member);
  };
  for (const parameter of operation.query) {
    const name = queryName(parameter.name);
    const isOffered = offered.has(name);
    if (isOffered && parameter.description === "" && !parameter.required) continue;
    const type = parameterType(parameter, isOffered, planned, plan);
    add({ name, type, optional: !parameter.required, doc: prose(parameter.description) });
  }
  for (const request of operation.requests) {
    for (const name of queryOf(request).placeholders.map(queryName)) {
      if (!offered.has(name)) add({ name, type: STRING, optional: true, doc: NO_DOC });
    }
  }
  const inUrls = operation.requests.flatMap((request) => Object.keys(queryOf(request).fixed));
  const fixed = new Set([...inUrls, ...Object.keys(jsonFormat(operation))]);
  for (const name of sentNames(operation)) {
    if (offered.has(name) || fixed.has(name)) continue;
    const type = ODATA.get(name) ?? STRING;
    const doc = prose("Documented only by the example of the page.");
    add({ name, type: type === UNKNOWN ? STRING : type, optional: true, doc });
  }
  return [...members.values()];
}

/**
 * The `query` of an operation's options: the options of the protocol, and those that its page lists.
 *
 * @returns an empty list if there are no such options; in this case, the caller can send any
 */
export function queryOptions(operation: OperationPlan, plan: Plan): readonly Member[] {
  const shape = shapeOf(operation.model, plan);
  const members = queryMembers(operation, shape === null ? new Set() : OPTIONS[shape], plan);
  const own: TypeExpression[] = members.length === 0 ? [] : [{ kind: "object", members }];
  const types = shape === null ? own : [shapeType(shape, operation, plan), ...own];
  if (types.length === 0) return [];
  return [{ name: "query", type: intersection(types), optional: members.every((m) => m.optional), doc: NO_DOC }];
}
