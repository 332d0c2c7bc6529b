import fc from "fast-check";
import { expect, it } from "vitest";
import type { ApiModel, OperationModel } from "../../generator/api/model.ts";
import { createDocument } from "../../generator/openapi/document.ts";
import type { OpenApiDocument, Operation, Parameter } from "../../generator/openapi/model.ts";
import { operationIds } from "../../generator/openapi/operation-id.ts";
import { readSampleModel } from "../support/node-docs.ts";
import {
  buildBody,
  buildExample,
  buildModel,
  buildOperation,
  buildProperty,
  buildRequest,
  buildResponse,
  buildType,
} from "../support/model.ts";
import { lintDocument } from "./lint-document.ts";

const INFO = { title: "doors", version: "1.0.0" };

function document(...operations: readonly OperationModel[]): OpenApiDocument {
  return createDocument(buildModel({ types: [buildType("door")], operations }), INFO);
}

function methodsOf(made: OpenApiDocument): readonly string[] {
  return Object.entries(made.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => `${method} ${path} ${operation.operationId}`),
  );
}

function operationAt(made: OpenApiDocument, path: string, method: "get" | "patch" | "post"): Operation {
  const operation = made.paths[path]?.[method];
  if (operation === undefined) throw new Error(`no ${method} ${path}`);
  return operation;
}

function parameterNames(operation: Operation): readonly string[] {
  return (operation.parameters ?? []).map((item: Parameter | { $ref: string }) =>
    "$ref" in item ? item.$ref : `${item.in} ${item.name}`,
  );
}

const sample = await readSampleModel();

it("creates a valid document for the sample, and all examples of the docs conform to it", async () => {
  expect(await lintDocument(createDocument(sample, INFO))).toEqual([]);
});

it("contains every URL of the sample", () => {
  const made = createDocument(sample, INFO);
  const urls = sample.operations.flatMap(({ requests }) => requests.map(({ method, path }) => `${method} ${path}`));
  expect(methodsOf(made)).toHaveLength(new Set(urls).size);
});

it("creates the same document for any order of the model's parts", () => {
  const text = (model: ApiModel): string => JSON.stringify(createDocument(model, INFO));
  const shuffled = fc.record({
    types: fc.shuffledSubarray([...sample.types], { minLength: sample.types.length }),
    enums: fc.shuffledSubarray([...sample.enums], { minLength: sample.enums.length }),
    operations: fc.shuffledSubarray([...sample.operations], { minLength: sample.operations.length }),
  });
  fc.assert(
    fc.property(shuffled, (parts) => text({ ...sample, ...parts }) === text(sample)),
    { numRuns: 20 },
  );
});

it("encodes characters that OpenAPI does not allow in paths", () => {
  const made = document(
    buildOperation("a", { requests: [buildRequest("GET", "/doors(key='{key}')/{id}")] }),
    buildOperation("b", { requests: [buildRequest("GET", "/doors/x y?z#/{not closed")] }),
  );
  expect(methodsOf(made)).toEqual(["get /doors(key='{key}')/{id} a", "get /doors/x%20y%3Fz%23/%7Bnot%20closed b"]);
});

it("treats paths that differ only in placeholder names as the same URL", () => {
  const made = document(
    buildOperation("getDoor", { requests: [buildRequest("GET", "/doors/{id}")] }),
    buildOperation("updateDoor", { requests: [buildRequest("PATCH", "/doors/{doorId}")] }),
  );
  expect(methodsOf(made)).toEqual(["get /doors/{id} getDoor", "patch /doors/{id} updateDoor"]);
  expect(parameterNames(operationAt(made, "/doors/{id}", "patch"))).toEqual(["path id"]);
});

it("merges two pages that document one URL, and takes the name from the page that lists it first", () => {
  const body = (name: string, required: boolean) => buildBody([buildProperty(name, "Edm.String", { required })]);
  const made = document(
    buildOperation("another", {
      requests: [buildRequest("PATCH", "/gates/{id}"), buildRequest("PATCH", "/doors/{id}")],
      requestBody: body("colour", true),
      headers: [{ name: "If-Match", required: true, description: "", source: { file: "x.md", line: 1, column: 1 } }],
    }),
    buildOperation("updateDoor", {
      requests: [buildRequest("PATCH", "/doors/{id}")],
      requestBody: body("width", false),
    }),
  );
  const operation = operationAt(made, "/doors/{id}", "patch");
  expect(operation.operationId).toBe("updateDoor");
  expect(operation["x-pages"].map((page) => page.operation)).toEqual(["updateDoor", "another"]);
  expect(operation.requestBody?.content["application/json"]?.schema).toHaveProperty("anyOf.length", 2);
  expect(operation.parameters).toContainEqual(expect.objectContaining({ name: "If-Match", required: false }));
});

it("describes a list response as a page of items, and other statuses as errors", async () => {
  const made = document(
    buildOperation("listDoors", {
      kind: "list",
      requests: [buildRequest("GET", "/doors")],
      response: buildResponse("microsoft.graph.door[]"),
      examples: [buildExample("GET", "/doors", null, { value: [{ "@odata.type": "#microsoft.graph.door" }] })],
    }),
  );
  const operation = operationAt(made, "/doors", "get");
  expect(operation.responses).toEqual({
    200: {
      description: "OK",
      content: {
        "application/json": {
          schema: {
            allOf: [
              { $ref: "#/components/schemas/odata.collection" },
              {
                type: "object",
                required: ["value"],
                properties: { value: { type: "array", items: { $ref: "#/components/schemas/microsoft.graph.door" } } },
              },
            ],
          },
          examples: { example1: { value: { value: [{ "@odata.type": "#microsoft.graph.door" }] } } },
        },
      },
    },
    default: { $ref: "#/components/responses/error" },
  });
  expect(parameterNames(operation)).toContain("#/components/parameters/top");
  expect(await lintDocument(made)).toEqual([]);
});

it("lists least privileged permissions as security, and all permissions in x-permissions", () => {
  const source = { file: "api/door.md", line: 1, column: 1 };
  const row = { resource: null, source };
  const made = document(
    buildOperation("getDoor", {
      requests: [buildRequest("GET", "/doors/{id}")],
      permissions: [
        { ...row, scheme: "delegatedWork", scopes: ["Read", "All"], leastPrivileged: ["Read"], supported: true },
        { ...row, scheme: "delegatedPersonal", scopes: [], leastPrivileged: [], supported: false },
        { ...row, scheme: "application", scopes: [], leastPrivileged: [], supported: null },
      ],
    }),
  );
  const operation = operationAt(made, "/doors/{id}", "get");
  // Where the permissions are unknown, any token is accepted.
  expect(operation.security).toEqual([{ delegatedWork: ["Read"] }, { application: [] }]);
  expect(operation["x-permissions"]?.map(({ supported }) => supported)).toEqual([true, false, null]);
});

const ids: readonly [name: string, urls: readonly string[], want: readonly string[]][] = [
  ["a single URL after the operation", ["GET /users/{id}"], ["op"]],
  ["another URL by the segments that differ", ["GET /users/{id}/x", "GET /me/x"], ["op", "op_me"]],
  ["a longer URL by its additional segments", ["GET /a/{id}", "GET /a/{id}/b/{other}"], ["op", "op_b"]],
  [
    "URLs with the same difference by the whole path",
    ["GET /a/b/c", "GET /a/x/c", "GET /x/b/c"],
    ["op", "op_aXC", "op_xBC"],
  ],
  ["the same path by its method", ["GET /a", "PUT /a"], ["op", "op_a_put"]],
];

it.each(ids)("names %s", (_, urls, want) => {
  const facts = urls.map((url) => ({ method: url.split(" ")[0] ?? "", path: url.split(" ")[1] ?? "" }));
  expect(operationIds("op", facts)).toEqual(want);
});

it("gives each URL a unique name", () => {
  const segment = fc.constantFrom("a", "b", "{id}", "{a}", "a(b='{c}')", "é", "%20");
  const path = fc.array(segment, { minLength: 1, maxLength: 4 }).map((parts) => `/${parts.join("/")}`);
  const url = fc.record({ method: fc.constantFrom("GET", "PUT"), path });
  const urls = fc.uniqueArray(url, { selector: (item) => `${item.method} ${item.path}`, maxLength: 12 });
  fc.assert(fc.property(urls, (given) => new Set(operationIds("op", given)).size === given.length));
});
