import { expect, it } from "vitest";
import type { EnumModel, Json, PropertyModel } from "../../generator/api/model.ts";
import { componentKey } from "../../generator/openapi/schema/component.ts";
import { createDocument } from "../../generator/openapi/document.ts";
import type { Schema } from "../../generator/openapi/model.ts";
import {
  buildEnum,
  buildExample,
  buildModel,
  buildOperation,
  buildProperty,
  buildRequest,
  buildResponse,
  buildType,
} from "../support/model.ts";

const INFO = { title: "doors", version: "1.0.0" };
const REF = (name: string): Schema => ({ $ref: `#/components/schemas/microsoft.graph.${name}` });

const known = {
  types: [buildType("lock")],
  enums: [buildEnum("doorState", ["open", "shut"])],
};

function propertiesOf(...properties: readonly PropertyModel[]): Readonly<Record<string, Schema>> {
  const model = buildModel({ ...known, types: [...known.types, buildType("door", { properties })] });
  return createDocument(model, INFO).components.schemas["microsoft.graph.door"]?.properties ?? {};
}

const properties: readonly [name: string, given: PropertyModel, want: Schema][] = [
  ["text", buildProperty("p"), { type: "string" }],
  ["a nullable text", buildProperty("p", "Edm.String", { nullable: true }), { type: ["string", "null"] }],
  ["a number", buildProperty("p", "Edm.Int32"), { type: "integer", format: "int32" }],
  ["a timestamp", buildProperty("p", "Edm.DateTimeOffset"), { type: "string", format: "date-time" }],
  ["bytes", buildProperty("p", "Edm.Binary"), { type: "string", contentEncoding: "base64url" }],
  ["any JSON", buildProperty("p", "Edm.Untyped", { nullable: true }), {}],
  ["an unknown type", buildProperty("p", "unknown"), {}],
  ["a collection", buildProperty("p", "Edm.String[]"), { type: "array", items: { type: "string" } }],
  ["a resource", buildProperty("p", "microsoft.graph.lock"), REF("lock")],
  [
    "a nullable resource",
    buildProperty("p", "microsoft.graph.lock", { nullable: true }),
    { anyOf: [REF("lock"), { type: "null" }] },
  ],
  ["an enum", buildProperty("p", "microsoft.graph.doorState"), REF("doorState")],
  [
    "text with documented values",
    buildProperty("p", "Edm.String", { values: "microsoft.graph.doorState", nullable: true }),
    { anyOf: [REF("doorState"), { type: "string" }, { type: "null" }] },
  ],
  [
    "documentation, deprecation and access",
    buildProperty("p", "Edm.String", { readOnly: true, deprecated: "Use q.", description: "Words." }),
    { type: "string", description: "Words.", readOnly: true, deprecated: true, "x-deprecated": "Use q." },
  ],
];

it.each(properties)("describes %s", (_, given, want) => {
  expect(propertiesOf(given)).toEqual({
    "@odata.type": { type: "string", enum: ["#microsoft.graph.door", "microsoft.graph.door"] },
    p: want,
  });
});

const enums: readonly [name: string, given: EnumModel, want: Schema][] = [
  ["a closed enum", buildEnum("e", ["a", "b"]), { type: "string", enum: ["a", "b"] }],
  [
    "an evolvable enum",
    buildEnum("e", ["a", "unknownFutureValue"]),
    { anyOf: [{ type: "string", enum: ["a", "unknownFutureValue"] }, { type: "string" }] },
  ],
  [
    "values that can be combined",
    buildEnum("e", ["a", "b"], { flags: true }),
    {
      anyOf: [{ type: "string", enum: ["a", "b"] }, { type: "string" }],
      description: "Values can be combined; the service sends and accepts them as comma-separated text.",
    },
  ],
  ["an enum without members", buildEnum("e", []), { type: "string" }],
];

it.each(enums)("describes %s", (_, given, want) => {
  const { schemas } = createDocument(buildModel({ enums: [given] }), INFO).components;
  expect(schemas["microsoft.graph.e"]).toEqual({ ...want, "x-source": "api/page.md" });
});

it("describes inheritance with allOf, and states the name of a leaf type", () => {
  const base = buildType("opening", { properties: [buildProperty("width", "Edm.Int32")] });
  const leaf = buildType("gate", { baseType: "microsoft.graph.opening", open: true });
  const { schemas } = createDocument(buildModel({ types: [base, leaf] }), INFO).components;
  expect(schemas["microsoft.graph.opening"]?.properties?.["@odata.type"]).toEqual({ type: "string" });
  expect(schemas["microsoft.graph.gate"]?.allOf).toEqual([
    REF("opening"),
    {
      type: "object",
      properties: { "@odata.type": { type: "string", enum: ["#microsoft.graph.gate", "microsoft.graph.gate"] } },
      additionalProperties: true,
    },
  ]);
});

const FAMILY = [
  buildType("opening"),
  buildType("gate", { baseType: "microsoft.graph.opening" }),
  buildType("hatch", { baseType: "microsoft.graph.opening", abstract: true }),
  buildType("roofHatch", { baseType: "microsoft.graph.hatch" }),
  buildType("wall", { properties: [buildProperty("holes", "microsoft.graph.opening[]")] }),
];

const CONFORMING: readonly [name: string, hole: Json, want: boolean][] = [
  ["the base without its name", {}, true],
  ["the base with its name", { "@odata.type": "#microsoft.graph.opening" }, true],
  ["a subtype", { "@odata.type": "#microsoft.graph.gate" }, true],
  ["a subtype in the notation of OData 4.01", { "@odata.type": "microsoft.graph.roofHatch" }, true],
  ["an abstract type", { "@odata.type": "#microsoft.graph.hatch" }, false],
  ["a type of another family", { "@odata.type": "#microsoft.graph.wall" }, false],
];

it.each(CONFORMING)("decides whether a value of a base type can be %s", (_, hole, want) => {
  const operation = buildOperation("getWall", {
    requests: [buildRequest("GET", "/wall")],
    response: buildResponse("microsoft.graph.wall"),
    examples: [buildExample("GET", "/wall", null, { holes: [hole] })],
  });
  const { paths } = createDocument(buildModel({ types: FAMILY, operations: [operation] }), INFO);
  const media = paths["/wall"]?.get?.responses["200"];
  expect(media).toHaveProperty(["content", "application/json", want ? "examples" : "x-contradicting-examples"]);
});

it("distinguishes the subtypes of a base by a discriminator where a property has the base as its type", () => {
  const { schemas } = createDocument(buildModel({ types: FAMILY }), INFO).components;
  const typed = (name: string) => `#/components/schemas/microsoft.graph.${name}-typed`;
  expect(schemas["microsoft.graph.wall"]?.properties?.holes).toEqual({ type: "array", items: REF("opening-any") });
  expect(schemas["microsoft.graph.opening-any"]?.anyOf).toEqual([
    {
      oneOf: [{ $ref: typed("gate") }, { $ref: typed("roofHatch") }],
      discriminator: {
        propertyName: "@odata.type",
        mapping: {
          "#microsoft.graph.gate": typed("gate"),
          "microsoft.graph.gate": typed("gate"),
          "#microsoft.graph.roofHatch": typed("roofHatch"),
          "microsoft.graph.roofHatch": typed("roofHatch"),
        },
      },
    },
    REF("opening-plain"),
  ]);
  // No property has this type.
  expect(schemas["microsoft.graph.hatch-any"]).toBeUndefined();
});

it("omits a base that is not documented or that inherits from its own subtype", () => {
  const lost = buildType("lost", { baseType: "microsoft.graph.nowhere" });
  const hen = buildType("hen", { baseType: "microsoft.graph.egg" });
  const egg = buildType("egg", { baseType: "microsoft.graph.hen" });
  const { schemas } = createDocument(buildModel({ types: [lost, hen, egg] }), INFO).components;
  for (const name of ["lost", "hen", "egg"]) expect(schemas[`microsoft.graph.${name}`]?.allOf).toBeUndefined();
});

it.each([
  ["microsoft.graph.user", "microsoft.graph.user"],
  ["a/b", "a_2f_b"],
  ["größe", "gr_f6__df_e"],
  ["a-any", "a_2d_any"],
])("writes %s as the key %s", (name, key) => {
  expect(componentKey(name)).toBe(key);
});
