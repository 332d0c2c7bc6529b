import { expect, it } from "vitest";
import type { EnumModel, PropertyModel } from "../../generator/api/model.ts";
import { componentKey } from "../../generator/openapi/component.ts";
import { createDocument } from "../../generator/openapi/document.ts";
import type { Schema } from "../../generator/openapi/model.ts";
import { buildEnum, buildModel, buildProperty, buildType } from "../support/model.ts";

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
  expect(propertiesOf(given)).toEqual({ "@odata.type": { type: "string", const: "#microsoft.graph.door" }, p: want });
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

it("describes inheritance with allOf, and makes the name of a leaf type constant", () => {
  const base = buildType("opening", { properties: [buildProperty("width", "Edm.Int32")] });
  const leaf = buildType("gate", { baseType: "microsoft.graph.opening", open: true });
  const { schemas } = createDocument(buildModel({ types: [base, leaf] }), INFO).components;
  expect(schemas["microsoft.graph.opening"]?.properties?.["@odata.type"]).toEqual({ type: "string" });
  expect(schemas["microsoft.graph.gate"]?.allOf).toEqual([
    REF("opening"),
    {
      type: "object",
      properties: { "@odata.type": { type: "string", const: "#microsoft.graph.gate" } },
      additionalProperties: true,
    },
  ]);
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
])("writes %s as the key %s", (name, key) => {
  expect(componentKey(name)).toBe(key);
});
