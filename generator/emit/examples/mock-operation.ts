// Turns an operation into what a mock of the service needs: its URLs, and the examples of its page. The form is that of
// `output/testing/model.ts`, which packages contain.

import type { ExampleModel, ExampleRequestModel, Json } from "../../api/model.ts";
import { isJsonObject } from "../../util/json.ts";
import type { Plan } from "../plan/plan.ts";
import type { RequestPlan } from "../requests/request-plan.ts";
import type { ResultPlan } from "../requests/result.ts";
import { VOID } from "../syntax/type-expression.ts";
import type { Value } from "../syntax/value-layout.ts";
import { runtimeSymbol } from "../plan/plan.ts";
import { chosenRequest, exampleCall } from "./example.ts";
import { pathOf } from "./example-url.ts";

/** An example in the form of `MockExample`. */
interface MockExample {
  readonly url?: string;
  readonly type?: string;
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly json?: Json;
  readonly text?: string;
}

/** An operation in the form of `MockOperation`. */
export interface MockOperation {
  readonly name: string;
  readonly routes: readonly {
    readonly method: string;
    readonly path: string;
    readonly query?: Readonly<Record<string, string>>;
  }[];
  readonly main?: number;
  readonly examples: readonly MockExample[];
  readonly types?: readonly string[];
  readonly options?: Value;
}

type Body = Pick<MockExample, "json" | "text">;

/** The smallest response of the documented type, for a page that shows none. */
function smallestBody({ reader, type }: ResultPlan, plan: Plan): Body {
  if (reader === "requestContent" || reader === "requestText") return { text: "" };
  if (type === VOID) return {};
  const symbol = type.kind === "reference" ? type.symbol : null;
  return { json: symbol === runtimeSymbol(plan, "Collection") ? { value: [] } : {} };
}

function headerOf(headers: Readonly<Record<string, string>>, wanted: string): string {
  return Object.entries(headers).find(([name]) => name.toLowerCase() === wanted)?.[1] ?? "";
}

/** Text that is not JSON is a string in the model. It is not a response of an operation that returns JSON. */
function bodyOf(response: Answered["response"], { result }: RequestPlan, plan: Plan): Body {
  const { body, headers, status } = response;
  if (body === null) return status === 200 ? smallestBody(result, plan) : {};
  const isContent = result.reader === "requestContent" || result.reader === "requestText";
  if (typeof body !== "string") return isContent ? { text: JSON.stringify(body) } : { json: body };
  if (isContent || status >= 300) return { text: body };
  return isJsonText(body, headerOf(headers, "content-type")) ? { json: body } : smallestBody(result, plan);
}

/** A string of JSON; the text of an object that is not valid JSON is not one. */
function isJsonText(body: string, contentType: string): boolean {
  return /json/i.test(contentType) && !/^\s*[[{<]/.test(body);
}

function relativeUrl({ url }: ExampleRequestModel): string {
  const question = url.indexOf("?");
  return pathOf(url) + (question === -1 ? "" : url.slice(question));
}

function typeOfBody(body: Json): string | undefined {
  const type = isJsonObject(body) ? body["@odata.type"] : undefined;
  return typeof type === "string" ? type.replace(/^#/, "") : undefined;
}

/** An example with a response. */
type Answered = ExampleModel & { readonly response: NonNullable<ExampleModel["response"]> };

/** Examples of the operation that show a response; pages also show how to read what was changed. */
function answeredExamples({ operation: { model } }: RequestPlan): readonly Answered[] {
  const methods = new Set<string>(model.requests.map(({ method }) => method));
  return model.examples.flatMap(({ request, response, ...rest }) => {
    const isOwn = response !== null && (request === null || methods.has(request.method));
    return isOwn ? [{ request, response, ...rest }] : [];
  });
}

function mockExample({ request, response }: Answered, own: RequestPlan, plan: Plan): MockExample {
  const { headers, status } = response;
  const type = request === null ? undefined : typeOfBody(request.body);
  return {
    ...(request === null ? {} : { url: relativeUrl(request) }),
    ...(type === undefined ? {} : { type }),
    status,
    ...(Object.keys(headers).length === 0 ? {} : { headers }),
    ...bodyOf(response, own, plan),
  };
}

/** The example whose call the documentation of the function shows, or else the first one that succeeds. */
function mainIndex(examples: readonly Answered[], own: RequestPlan, plan: Plan): number {
  const chosen = chosenRequest(own, plan);
  const isSuccess = ({ response }: Answered): boolean => response.status < 400;
  const shown = examples.findIndex(({ request }) => request !== null && request === chosen);
  const example = examples[shown];
  return example !== undefined && isSuccess(example) ? shown : Math.max(0, examples.findIndex(isSuccess));
}

/**
 * Describes an operation for a mock.
 *
 * @param own URLs, body and result of the operation
 */
export function mockOperation(own: RequestPlan, plan: Plan): MockOperation {
  const { operation, groups } = own;
  const shown = answeredExamples(own);
  const main = mainIndex(shown, own, plan);
  const examples = shown.map((example) => mockExample(example, own, plan));
  const none = { status: operation.model.response.status, ...smallestBody(own.result, plan) };
  const bodyType = operation.model.requestBody?.type ?? "Edm";
  const call = exampleCall(own, plan);
  return {
    name: operation.symbol.name,
    routes: groups.flatMap(({ routes }) =>
      routes.map(({ method, path, query }) => ({
        method,
        path,
        ...(Object.keys(query).length === 0 ? {} : { query }),
      })),
    ),
    ...(main > 0 ? { main } : {}),
    examples: examples.length === 0 ? [none] : examples,
    ...(plan.types.has(bodyType) ? { types: [bodyType] } : {}),
    ...(call === undefined ? {} : { options: call.options }),
  };
}
