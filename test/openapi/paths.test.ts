import fc from "fast-check";
import { expect, it } from "vitest";
import type { ApiModel, OperationModel } from "../../generator/api/model.ts";
import { authorityOf } from "../../generator/openapi/authority.ts";
import { createDocument } from "../../generator/openapi/document.ts";
import type { OpenApiDocument, Operation, Parameter, Schema } from "../../generator/openapi/model.ts";
import { toVersion30 } from "../../generator/openapi/version-3-0.ts";
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
  const made = createDocument(sample, INFO);
  expect(await lintDocument(made)).toEqual([]);
  expect(JSON.stringify(made)).not.toContain("x-contradicting-examples");
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

it("lists sets of permissions that are sufficient as security, least privileged first, and all permissions in x-permissions", () => {
  const source = { file: "api/door.md", line: 1, column: 1 };
  const row = { resource: null, source };
  const made = document(
    buildOperation("getDoor", {
      requests: [buildRequest("GET", "/doors/{id}")],
      permissions: [
        { ...row, scheme: "delegatedWork", scopes: ["All", "Read"], leastPrivileged: ["Read"], supported: true },
        {
          ...row,
          resource: "gates",
          scheme: "delegatedWork",
          scopes: ["Gate", "Key", "All"],
          leastPrivileged: ["Gate", "Key"],
          alternatives: [["Gate", "Key"], ["All"]],
          supported: true,
        },
        { ...row, scheme: "delegatedPersonal", scopes: [], leastPrivileged: [], supported: false },
        { ...row, scheme: "application", scopes: [], leastPrivileged: [], supported: null },
      ],
    }),
  );
  const operation = operationAt(made, "/doors/{id}", "get");
  // Where the permissions are unknown, any token is accepted.
  expect(operation.security).toEqual([
    { delegatedWork: ["Read"] },
    { delegatedWork: ["All"] },
    { delegatedWork: ["Gate", "Key"] },
    { application: [] },
  ]);
  expect(operation["x-permissions"]?.map(({ supported }) => supported)).toEqual([true, true, false, null]);
  expect(made.components.securitySchemes).toHaveProperty("delegatedWork.flows.authorizationCode.scopes", {
    All: "Accepted by 1 operation",
    Gate: "Accepted by 1 operation",
    Key: "Accepted by 1 operation",
    Read: "Accepted by 1 operation",
  });
});

it("describes bearer tokens where it is unknown who issues them", () => {
  const unknown = buildModel({ baseUrl: "https://doors.example/v1" });
  const bearer = { type: "http", scheme: "bearer", description: "Application" };
  expect(createDocument(unknown, INFO).components.securitySchemes.application).toEqual(bearer);
  const set = { authorizationUrl: "https://doors.example/sign-in", tokenUrl: "https://doors.example/token" };
  const { application } = createDocument(unknown, INFO, authorityOf(unknown.baseUrl, set)).components.securitySchemes;
  expect(application).toHaveProperty("flows.clientCredentials.tokenUrl", set.tokenUrl);
});

it("lists the properties of a type as values of $select, $expand and $orderby", async () => {
  const properties = [
    buildProperty("width", "Edm.Int32"),
    buildProperty("locks", "microsoft.graph.door[]", { relationship: true }),
  ];
  const gate = buildType("gate", { baseType: "microsoft.graph.door", properties: [buildProperty("colour")] });
  const listDoors = buildOperation("listDoors", {
    kind: "list",
    requests: [buildRequest("GET", "/doors")],
    response: buildResponse("microsoft.graph.door[]"),
  });
  const model = buildModel({ types: [buildType("door", { properties }), gate], operations: [listDoors] });
  const made = createDocument(model, INFO);
  expect(parameterNames(operationAt(made, "/doors", "get"))).toContain(
    "#/components/parameters/microsoft.graph.door-select",
  );
  const expectItems = (option: string, want: Schema) => {
    expect(made.components.parameters[`microsoft.graph.door-${option}`]).toHaveProperty("schema.items", want);
  };
  expectItems("select", { type: "string", enum: ["colour", "width"] });
  const open = (values: readonly string[]): Schema => ({
    anyOf: [{ type: "string", enum: values }, { type: "string" }],
  });
  expectItems("expand", open(["locks"]));
  expectItems("orderby", open(["colour", "colour desc", "width", "width desc"]));
  expect(await lintDocument(made)).toEqual([]);
});

it("accepts any names in query options of a URL that pages document with two types", () => {
  const read = (name: string, type: string) =>
    buildOperation(name, {
      requests: [buildRequest("GET", "/thing")],
      response: buildResponse(`microsoft.graph.${type}`),
    });
  const types = ["door", "gate"].map((name) => buildType(name, { properties: [buildProperty(name)] }));
  const made = createDocument(
    buildModel({ types, operations: [read("getDoor", "door"), read("getGate", "gate")] }),
    INFO,
  );
  expect(parameterNames(operationAt(made, "/thing", "get"))).toEqual([
    "#/components/parameters/select",
    "#/components/parameters/expand",
  ]);
});

it("states how to continue after a page of a list, and after a response with status 202", () => {
  const example = buildExample("POST", "/doors/1/copy", null, {}, 202);
  const headers = { Location: "https://graph.microsoft.com/v1.0/jobs/1" };
  const response = example.response === null ? null : { ...example.response, headers };
  const copy = buildOperation("copyDoor", {
    requests: [buildRequest("POST", "/doors/{id}/copy")],
    response: buildResponse(null, { status: 202, statuses: [202] }),
    examples: [{ ...example, response }],
  });
  const list = buildOperation("listDoors", {
    requests: [buildRequest("GET", "/doors")],
    response: buildResponse("microsoft.graph.door[]"),
  });
  const made = document(copy, list);
  expect(operationAt(made, "/doors", "get")["x-ms-pageable"]).toEqual({
    nextLinkName: "@odata.nextLink",
    itemName: "value",
  });
  expect(operationAt(made, "/doors/{id}/copy", "post")).toMatchObject({
    "x-ms-long-running-operation": true,
    "x-ms-long-running-operation-options": { "final-state-via": "location" },
  });
});

it("describes a tag by the type that its module is about", () => {
  const types = [buildType("door", { description: "Opens and closes." })];
  const operations = [buildOperation("getDoor", { module: "door" }), buildOperation("ring", { module: "bell" })];
  expect(createDocument(buildModel({ types, operations }), INFO).tags).toEqual([
    { name: "bell" },
    { name: "door", description: "Opens and closes." },
  ]);
});

it("writes a valid document of OpenAPI 3.0", async () => {
  expect(await lintDocument(toVersion30(createDocument(sample, INFO)))).toEqual([]);
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
