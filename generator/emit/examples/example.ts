// Turns the HTTP example of a page into a call to the request function, as an `@example` tag.
// Invalid values are repaired, so that every emitted example type-checks.

import type { ExampleRequestModel, OperationModel } from "../../api/model.ts";
import { matchUrl, type UrlMatch } from "./example-url.ts";
import { exampleQuery } from "./example-query.ts";
import { keepAnnotations, keepNamed, repairObject, withValidTypeName } from "./example-value.ts";
import { callerHeaders } from "../requests/options.ts";
import type { ResultPlan } from "../requests/result.ts";
import { placeholder } from "./placeholder.ts";
import { runtimeSymbol, type OperationPlan, type Plan } from "../plan/plan.ts";
import { commentCode } from "../syntax/escape.ts";
import { VOID } from "../syntax/type-expression.ts";
import { commentValueText, type Value } from "../syntax/value-layout.ts";
import type { BodyPlan } from "../requests/body.ts";
import type { RequestPlan } from "../requests/request-plan.ts";
import type { DocTag } from "../syntax/doc.ts";
import type { RouteGroup } from "../plan/routes.ts";

/**
 * Documented headers that the example sends, and a placeholder for each missing required header. The parts of a body have
 * a boundary that only its content type names.
 */
function headersOf(request: ExampleRequestModel, operation: OperationModel): Value | undefined {
  const sent = new Map(Object.entries(request.headers).map(([name, value]) => [name.toLowerCase(), value]));
  const type = sent.get("content-type") ?? "";
  const isParts = typeof request.body === "string" && /^multipart\/.*;\s*boundary=/i.test(type);
  const headers = callerHeaders(operation).flatMap((header) => {
    const value = sent.get(header.name.toLowerCase()) ?? (header.required ? placeholder(header.name) : null);
    return value === null ? [] : [[header.name, value] as const];
  });
  const all = isParts ? [["Content-Type", type] as const, ...headers] : headers;
  return all.length === 0 ? undefined : Object.fromEntries(all);
}

function bodyOf(
  request: ExampleRequestModel,
  operation: OperationModel,
  body: BodyPlan | null,
  plan: Plan,
): Value | undefined {
  if (body === null) return undefined;
  const kind = operation.requestBody?.kind;
  if (kind === "reference" && request.body === null) return { "@odata.id": placeholder("objectUrl") };
  if (kind !== "json" || (isOtherForm(request, operation) && request.body !== null)) return request.body ?? "";
  if (request.body === null && operation.requestBody?.optional === true) return undefined;
  const sent = request.body ?? {};
  const named = body.names === null ? sent : keepNamed(sent, body.names);
  const repaired = keepAnnotations(repairObject(named, body.properties, plan), named);
  return body.exact === null ? repaired : withValidTypeName(repaired, body.exact, plan);
}

/** Whether the example sends the body in the form that is not JSON. */
function isOtherForm(request: ExampleRequestModel, operation: OperationModel): boolean {
  return typeof request.body === "string" && operation.requestBody?.content !== undefined && !sendsJson(request);
}

function sendsJson({ headers }: ExampleRequestModel): boolean {
  return Object.entries(headers).some(([name, value]) => name.toLowerCase() === "content-type" && /json/i.test(value));
}

interface CallParts {
  readonly body: Value | undefined;
  readonly query: Readonly<Record<string, Value>>;
  readonly headers: Value | undefined;
}

function callValue(match: UrlMatch, parts: CallParts): Readonly<Record<string, Value>> {
  return {
    path: Object.keys(match.path).length === 0 ? undefined : match.path,
    route: match.route ?? undefined,
    body: parts.body,
    query: Object.keys(parts.query).length === 0 ? undefined : parts.query,
    headers: parts.headers,
  };
}

/** Invalid JSON is a string in the model. It is not shown as an example. */
function hasBodyOf(request: ExampleRequestModel, operation: OperationModel): boolean {
  const body = operation.requestBody;
  if (body === null || typeof request.body !== "string") return true;
  if (isOtherForm(request, operation)) return true;
  return body.kind !== "reference" && (body.kind !== "json" || body.type === "Edm.String");
}

/** The first example of the operation's request, preferably one with a documented URL. */
function chooseExample(operation: OperationModel, groups: readonly RouteGroup[], plan: Plan) {
  const methods = new Set<string>(operation.requests.map((request) => request.method));
  const requests = operation.examples.flatMap(({ request }) =>
    request !== null && methods.has(request.method) && hasBodyOf(request, operation) ? [request] : [],
  );
  const matched = requests.map((request) => ({ request, match: matchUrl(request, groups, plan) }));
  return matched.find(({ match }) => match.documented) ?? matched[0];
}

/** The request of a page from which the call of its function is made, or undefined if the page has none. */
export function chosenRequest({ operation, groups }: RequestPlan, plan: Plan): ExampleRequestModel | undefined {
  return chooseExample(operation.model, groups, plan)?.request;
}

/** A call to a request function, from an example of its page. */
export interface ExampleCall {
  readonly operation: OperationPlan;
  /** Whether the example calls a documented URL and therefore has all path values. */
  readonly documented: boolean;
  readonly options: Readonly<Record<string, Value>>;
}

/**
 * Turns the page's own example into a call.
 *
 * @returns undefined if the page has no example of the request
 */
export function exampleCall({ operation, groups, body }: RequestPlan, plan: Plan): ExampleCall | undefined {
  const chosen = chooseExample(operation.model, groups, plan);
  if (chosen === undefined) return undefined;
  const { request, match } = chosen;
  const parts = {
    body: bodyOf(request, operation.model, body, plan),
    query: exampleQuery(match.query, operation.model, plan),
    headers: headersOf(request, operation.model),
  };
  return { operation, documented: match.documented, options: callValue(match, parts) };
}

/** Columns for the name and the options of a call in a comment. */
const LINE_WIDTH = 80;

function optionsText({ operation, options }: ExampleCall): string {
  const text = commentValueText(options, LINE_WIDTH - operation.symbol.name.length);
  return text === "{}" ? "" : `, ${text}`;
}

/** The call as an expression that is safe in Markdown. */
function exampleCallText(call: ExampleCall): string {
  return commentCode(`${call.operation.symbol.name}(client${optionsText(call)})`);
}

/** An expression that yields the items of all pages of the call, or the changes that a delta query returns. */
function exampleItemsText(call: ExampleCall): string {
  const reader = call.operation.model.kind === "delta" ? "delta" : "paginate";
  return commentCode(`${reader}(client, ${call.operation.symbol.name}${optionsText(call)})`);
}

function hasPages(operation: OperationModel, { type }: ResultPlan, plan: Plan): boolean {
  const isCollection = type.kind === "reference" && type.symbol === runtimeSymbol(plan, "Collection");
  return isCollection && operation.requests.every(({ method }) => method === "GET");
}

function exampleText(call: ExampleCall, result: ResultPlan, plan: Plan): string {
  if (hasPages(call.operation.model, result, plan))
    return `for await (const item of ${exampleItemsText(call)}) {\n  console.log(item);\n}`;
  return `${result.type === VOID ? "" : "const result = "}await ${exampleCallText(call)};`;
}

/**
 * The page's own example as an `@example` tag.
 *
 * @returns an empty list if the page has no example of the request
 */
export function exampleTags(request: RequestPlan, plan: Plan): readonly DocTag[] {
  const call = exampleCall(request, plan);
  if (call === undefined) return [];
  return [{ name: "example", text: `\`\`\`ts\n${exampleText(call, request.result, plan)}\n\`\`\``, code: true }];
}
