import { expect, it } from "vitest";
import type { Json, OperationModel, RequestBodyModel, TypeModel } from "../../generator/api/model.ts";
import { emitSources } from "../../generator/emit/package-text.ts";
import { contentTypeOf } from "../../generator/emit/requests/body.ts";
import {
  buildBody,
  buildExample,
  buildModel,
  buildOperation,
  buildProperty,
  buildRequest,
  buildType,
} from "../support/model.ts";

function create(requestBody: RequestBodyModel, example: Json = null): OperationModel {
  return buildOperation("createThing", {
    kind: "create",
    module: "thing",
    requests: [buildRequest("POST", "/things")],
    requestBody,
    examples: example === null ? [] : [buildExample("POST", "/things", example)],
  });
}

const TYPES = [
  buildType("thing", { properties: [buildProperty("id"), buildProperty("count", "Edm.Int32")] }),
  buildType("bag", { open: true }),
  buildType("door", {
    properties: [
      buildProperty("id", "Edm.String", { readOnly: true }),
      buildProperty("width", "Edm.Int32", { required: true }),
    ],
  }),
  buildType("room", {
    properties: [
      buildProperty("owner", "microsoft.graph.guest", { relationship: true }),
      buildProperty("guests", "microsoft.graph.guest[]"),
    ],
  }),
  buildType("guest", { properties: [buildProperty("name")] }),
  buildType("guess", { open: true, inferred: true }),
  buildType("base", { properties: [buildProperty("name")] }),
  buildType("derived", { baseType: "microsoft.graph.base", properties: [buildProperty("more")] }),
];

/** Type of the body, and the members of its own interface, on one line each. */
function emitted(operation: OperationModel): { readonly type: string; readonly members: readonly string[] } {
  const files = emitSources(buildModel({ types: TYPES, operations: [operation] }));
  const text = files.find((file) => file.path === "src/thing.ts")?.text ?? "";
  const body = /interface CreateThingBody[^{]*\{\n([\s\S]*?)\n\}/.exec(text)?.[1] ?? "";
  const lines = body.replace(/\/\*\*[\s\S]*?\*\//g, "").split("\n");
  const members = lines.map((line) => line.trim()).filter((line) => line !== "");
  return { type: /^ {2}body: (.*);$/m.exec(text)?.[1] ?? "", members };
}

const name = buildProperty("name", "Edm.String", { required: true });
const annotated = (type: string): string => `"@odata.type"?: "#microsoft.graph.${type}" | (string & {});`;

const bodies: readonly (readonly [string, OperationModel, type: string, members: readonly string[]])[] = [
  [
    "a table",
    create(buildBody([name, buildProperty("n", "Edm.Int32[]")])),
    "CreateThingBody",
    ["name: string;", "n?: number[];"],
  ],
  [
    "what is read-only",
    create(buildBody([name, buildProperty("id", "Edm.String", { readOnly: true })])),
    "CreateThingBody",
    ["name: string;"],
  ],
  [
    "what is read-only and sent by the example",
    create(buildBody([name, buildProperty("id", "Edm.String", { readOnly: true })]), { name: "x", id: "1" }),
    "CreateThingBody",
    ["name: string;", "id?: string;"],
  ],
  [
    "what is required and not sent by the example",
    create(buildBody([name]), {}),
    "CreateThingBody",
    ["name?: string;"],
  ],
  [
    "what the example sets to null",
    create(buildBody([name]), { name: null }),
    "CreateThingBody",
    ["name: string | null;"],
  ],
  [
    "what only the example sends",
    create(buildBody([name], { type: "microsoft.graph.thing" }), {
      name: "x",
      count: 1,
      "owner@odata.bind": ["a"],
      more: {},
    }),
    "CreateThingBody",
    [annotated("thing"), "name: string;", "count?: number;", '"owner@odata.bind"?: string[];'],
  ],
  [
    "an example that sends no row of the table",
    create(buildBody([name]), { more: "x" }),
    "CreateThingBody",
    ["name?: string;", "more?: string;"],
  ],
  [
    "a table beside other properties of the type",
    create(buildBody([buildProperty("width", "Edm.String")], { type: "microsoft.graph.door", others: true })),
    "CreateThingBody",
    [annotated("door"), "width?: string;"],
  ],
  [
    "a table beside properties that are not known",
    create(buildBody([name], { others: true })),
    "CreateThingBody",
    ["[property: string]: unknown;", "name: string;"],
  ],
  [
    "required properties with an exception",
    create(buildBody([name, buildProperty("count")], { unless: ["count"] }), { count: "x" }),
    'RequiredUnless<CreateThingBody, "name", "count">',
    ["name?: string;", "count?: string;"],
  ],
  [
    "an open type",
    create(buildBody([name], { type: "microsoft.graph.bag" })),
    "CreateThingBody",
    ["[property: string]: unknown;", annotated("bag"), "name: string;"],
  ],
  [
    "a type without a page",
    create(buildBody([name], { type: "microsoft.graph.guess" })),
    "CreateThingBody",
    [annotated("guess"), "name: string;"],
  ],
  [
    "a base",
    create(buildBody([name], { type: "microsoft.graph.base" })),
    "OrSubtype<CreateThingBody, BaseSubtypeProperty>",
    [annotated("base"), "name: string;"],
  ],
  ["a type without a table", create(buildBody([], { type: "microsoft.graph.thing" })), "Thing", []],
  [
    "a base without a table",
    create(buildBody([], { type: "microsoft.graph.base" })),
    "OrSubtype<Base, BaseSubtypeProperty>",
    [],
  ],
  [
    "a type and an example that says more",
    create(buildBody([], { type: "microsoft.graph.thing" }), { "a@odata.bind": "x" }),
    "CreateThingBody",
    ['"a@odata.bind"?: string;'],
  ],
  [
    "a type with relationships, which can be bound by name",
    create(buildBody([], { type: "microsoft.graph.room" }), { "owner@odata.bind": "x" }),
    "Bindable<Room, RoomRelationship>",
    [],
  ],
  [
    "an example that links objects of the body to others",
    create(buildBody([], { type: "microsoft.graph.room" }), { guests: [{ "user@odata.bind": "x" }] }),
    "Bindable<CreateThingBody, RoomRelationship>",
    ['guests?: Bindable<Guest, "user">[];'],
  ],
  [
    "an example that annotates objects of the body",
    create(buildBody([], { type: "microsoft.graph.room" }), { guests: [{ "@harbour.seat": "x" }] }),
    "Bindable<CreateThingBody, RoomRelationship>",
    ["guests?: (Guest & {", '"@harbour.seat"?: string;', "})[];"],
  ],
  [
    "a type that has what only the service sets, and what a create needs",
    create(buildBody([], { type: "microsoft.graph.door" })),
    "CreateThingBody",
    ["width: number;"],
  ],
  ["a list", create(buildBody([], { type: "microsoft.graph.thing", collection: true })), "Thing[]", []],
  [
    "an example only",
    create(buildBody([]), { a: 1, b: [true] }),
    "CreateThingBody",
    ["[property: string]: unknown;", "a?: number;", "b?: boolean[];"],
  ],
  ["nothing known", create(buildBody([])), "object", []],
  ["a reference", create(buildBody([], { kind: "reference" })), "Reference", []],
  ["bytes", create(buildBody([], { kind: "binary" })), "RequestContent", []],
  [
    "a table, or text",
    create(buildBody([name], { content: "text/plain" })),
    "CreateThingBody | RequestContent",
    ["name: string;"],
  ],
];

it.each(bodies)("types a body from %s", (_, operation, type, members) => {
  expect(emitted(operation)).toEqual({ type, members });
});

function sent(kind: RequestBodyModel["kind"], type: string): OperationModel {
  const example = buildExample("POST", "/things", "x");
  const request = example.request === null ? null : { ...example.request, headers: { "Content-Type": type } };
  return { ...create(buildBody([], { kind })), examples: [{ ...example, request }] };
}

const contentTypes: readonly (readonly [string, OperationModel, string | null])[] = [
  ["JSON", sent("json", "image/png"), null],
  ["a reference", sent("reference", "image/png"), null],
  ["what the example sends", sent("binary", "image/jpeg"), "image/jpeg"],
  ["bytes that the example calls JSON", sent("binary", "application/json"), "application/octet-stream"],
  ["a body that can also be text", create(buildBody([], { content: "text/plain" })), "text/plain"],
  ["text without a sensible example", sent("text", 'x"; evil'), "text/plain"],
];

it.each(contentTypes)("determines the content type of %s", (_, operation, want) => {
  expect(contentTypeOf(operation)).toBe(want);
});

/** The interface of a type, and the type of a property that holds it. */
function emittedBase(types: readonly TypeModel[]): readonly (string | undefined)[] {
  const holder = buildType("harbour", { properties: [buildProperty("first", "microsoft.graph.mark")] });
  const files = emitSources(buildModel({ types: [...types, holder], operations: [] }));
  const textOf = (name: string) => files.find((file) => file.path === `src/${name}.ts`)?.text ?? "";
  const isOpen = textOf("mark").includes("[property: string]: unknown;") ? "open" : "closed";
  return [isOpen, /first\?: (.*?)(?: \| null)?;/.exec(textOf("harbour"))?.[1]];
}

const stub = { open: true, inferred: true } as const;
const buoy = (facts: Partial<TypeModel>) => buildType("buoy", { ...facts, baseType: "microsoft.graph.mark" });

const bases: readonly (readonly [string, readonly TypeModel[], string, string])[] = [
  ["a type without a page", [buildType("mark", stub)], "open", "Mark"],
  ["a base without a page whose subtype has one", [buildType("mark", stub), buoy({})], "closed", "OrSubtype<Mark>"],
  ["a base and a subtype without pages", [buildType("mark", stub), buoy(stub)], "open", "Mark"],
];

it.each(bases)("declares %s", (_, types, isOpen, use) => {
  expect(emittedBase(types)).toEqual([isOpen, use]);
});
