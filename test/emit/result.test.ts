import { expect, it } from "vitest";
import type { ExampleModel, Json, OperationModel } from "../../generator/api/model.ts";
import { createPlan } from "../../generator/emit/plan/create-plan.ts";
import { planResult } from "../../generator/emit/requests/result.ts";
import { typeText } from "../../generator/emit/syntax/type-layout.ts";
import {
  buildEnum,
  buildExample,
  buildModel,
  buildOperation,
  buildProperty,
  buildResponse,
  buildType,
} from "../support/model.ts";

const plan = createPlan(
  buildModel({
    types: [buildType("device"), buildType("box", { properties: [buildProperty("value", "Edm.String[]")] })],
    enums: [buildEnum("state", ["on", "off"])],
  }),
);

function example(body: Json, type = "application/json"): ExampleModel {
  const made = buildExample("GET", "/devices", null, body);
  const response = made.response === null ? null : { ...made.response, headers: { "content-type": type } };
  return { ...made, response };
}

function operation(response: OperationModel["response"], parts: Partial<OperationModel> = {}): OperationModel {
  return buildOperation("getThing", { response, ...parts });
}

const DEVICE = "microsoft.graph.device";
const cases: readonly (readonly [string, OperationModel, want: string])[] = [
  ["nothing", operation(buildResponse(null)), "requestVoid: void"],
  ["a resource", operation(buildResponse(DEVICE)), "request: Device"],
  ["a collection", operation(buildResponse(`${DEVICE}[]`)), "request: Collection<Device>"],
  ["texts", operation(buildResponse("Edm.String[]")), "request: Collection<string>"],
  ["a resource or nothing", operation(buildResponse(DEVICE, { statuses: [200, 204] })), "request: Device | undefined"],
  [
    "a resource that a page shows wrapped",
    operation(buildResponse(DEVICE), { examples: [example({ value: {} })] }),
    "request: Device",
  ],
  [
    "one object by its key, although the example shows a list",
    operation(buildResponse(DEVICE), { examples: [example({ value: [{}] })] }),
    "request: Device",
  ],
  [
    "a resource with a list named value",
    operation(buildResponse("microsoft.graph.box"), { examples: [example({ value: [] })] }),
    "request: Box",
  ],
  [
    "a wrapped text",
    operation(buildResponse("Edm.String"), { examples: [example({ "@odata.context": "x", value: "a" })] }),
    "request: ValueResult<string>",
  ],
  [
    "a wrapped enum",
    operation(buildResponse("microsoft.graph.state"), { examples: [example({ value: "on" })] }),
    "request: ValueResult<`${State}`>",
  ],
  [
    "a function's primitive without example",
    operation(buildResponse("Edm.Boolean"), { kind: "function" }),
    "request: ValueResult<boolean>",
  ],
  [
    "a bare number",
    operation(buildResponse("Edm.Int32"), { kind: "function", examples: [example(893)] }),
    "request: number",
  ],
  ["a count", operation(buildResponse("Edm.Int32"), { kind: "count" }), "request: number"],
  [
    "plain text",
    operation(buildResponse("Edm.String"), { examples: [example("abc", "text/plain")] }),
    "requestText: string",
  ],
  ["a JSON text", operation(buildResponse("Edm.String"), { examples: [example("abc")] }), "request: string"],
  ["a stream", operation(buildResponse("Edm.Stream")), "requestContent: ContentResponse"],
  [
    "bytes in JSON",
    operation(buildResponse("Edm.Binary"), { examples: [example({ value: "AA" })] }),
    "request: ValueResult<BinaryString>",
  ],
  [
    "a file somewhere else",
    operation(buildResponse(null, { status: 302, statuses: [302] })),
    "requestContent: ContentResponse",
  ],
  [
    "lines of a table",
    operation(buildResponse("unknown"), { examples: [example("a,b", "text/csv")] }),
    "requestContent: ContentResponse",
  ],
  ["something", operation(buildResponse("unknown")), "request: unknown"],
  [
    "a list of something",
    operation(buildResponse("unknown[]"), { examples: [example({ value: [] })] }),
    "request: Collection<unknown>",
  ],
];

it.each(cases)("reads %s", (_, given, want) => {
  const { reader, type } = planResult(given, plan);
  expect(`${reader}: ${typeText(type)}`).toBe(want);
});
