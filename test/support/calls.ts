import { isDeepStrictEqual } from "node:util";
import type { ExampleModel, Json, OperationModel, RequestModel } from "../../generator/api/model.ts";
import { json, type Answer, type Received } from "./service.ts";

/** One call of a request function: what goes in, and what has to arrive and come back. */
export interface PlannedCall {
  readonly operation: string;
  readonly module: string;
  readonly options: Readonly<Record<string, unknown>>;
  readonly method: string;
  /** Path below the base URL, encoded as it must stand on the wire. */
  readonly url: string;
  readonly body: Json;
  readonly answer: Answer;
  readonly returns: Json | undefined;
}

/** Values that a careless URL builder would break. */
const AWKWARD = ["plain-1", "a b", "x/y", "50%", "q?#", "Ünïcode", "o'clock"];

/**
 * Plans a call of every documented URL of an operation, with the body and the answer of the page's example.
 *
 * @param operation an operation of the model
 */
export function planCalls(operation: OperationModel): readonly PlannedCall[] {
  const example = operation.examples.find(({ request, response }) => request !== null && response !== null);
  return operation.requests.map((request, index) => planCall(operation, request, index, example));
}

function planCall(
  operation: OperationModel,
  request: RequestModel,
  index: number,
  example: ExampleModel | undefined,
): PlannedCall {
  const values = request.parameters.map(({ name }, position) => [name, valueOf(position + index)] as const);
  const body = example?.request?.body ?? null;
  return {
    operation: operation.name,
    module: operation.module,
    options: {
      ...(values.length > 0 && { path: Object.fromEntries(values) }),
      ...(index > 0 && sharesKeys(operation, request) && { route: request.path }),
      ...(body !== null && { body }),
    },
    method: request.method,
    url: fill(request, values),
    body,
    ...planAnswer(operation, example?.response ?? null),
  };
}

function planAnswer(
  operation: OperationModel,
  response: ExampleModel["response"],
): Pick<PlannedCall, "answer" | "returns"> {
  const shown = response?.body ?? null;
  const status = response?.status ?? operation.response.status;
  if (shown === null) return { answer: { status }, returns: undefined };
  return { answer: json(shown, status), returns: operation.response.type === null ? undefined : shown };
}

function valueOf(position: number): string {
  return AWKWARD[position % AWKWARD.length] ?? "plain";
}

function sharesKeys(operation: OperationModel, request: RequestModel): boolean {
  const keys = ({ parameters }: RequestModel): string =>
    parameters
      .map(({ name }) => name)
      .sort()
      .join();
  return operation.requests.some((other) => other !== request && keys(other) === keys(request));
}

/** The path as RFC 3986 and the OData URL conventions want it: quotes doubled in arguments, the rest percent-encoded. */
function fill(request: RequestModel, values: readonly (readonly [name: string, value: string])[]): string {
  const byName = new Map(values);
  return replaceAt(request, (name, form) => {
    const value = byName.get(name) ?? "";
    return encodeURIComponent(form === "quoted" ? value.replaceAll("'", "''") : value);
  });
}

function replaceAt(request: RequestModel, make: (name: string, form: string) => string): string {
  let path = request.path;
  for (const { name, form, offset, placeholder } of request.parameters.toReversed()) {
    path = path.slice(0, offset) + make(name, form) + path.slice(offset + placeholder.length);
  }
  return path;
}

/** What of a call went wrong; empty when the documented request arrived and the documented answer came back. */
export function compareCall(call: PlannedCall, received: Received | undefined, returned: unknown): readonly string[] {
  if (received === undefined) return ["nothing arrived"];
  const sent: unknown = received.body === "" ? null : JSON.parse(received.body);
  const faults: (string | false)[] = [
    received.method !== call.method && `method ${received.method}, expected ${call.method}`,
    same(received.url) !== same(`/v1.0${call.url}`) && `URL ${received.url}, expected /v1.0${call.url}`,
    received.headers.authorization !== "Bearer secret" && "no token",
    received.headers.accept === undefined && "no Accept header",
    call.body !== null && received.headers["content-type"] !== "application/json" && "no JSON content type",
    !isDeepStrictEqual(sent, call.body) && `body ${received.body}`,
    !isDeepStrictEqual(returned, call.returns) && `result ${JSON.stringify(returned)}`,
  ];
  return faults.filter((fault) => fault !== false);
}

/** Which of the sub-delimiters are percent-encoded is free. */
function same(url: string): string {
  return url.replaceAll("%27", "'").replaceAll("%24", "$");
}
