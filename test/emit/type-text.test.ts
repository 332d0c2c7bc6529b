import { expect, it } from "vitest";
import type { PropertyModel } from "../../generator/api/model.ts";
import { NO_DOC, prose } from "../../generator/emit/syntax/doc.ts";
import { createPlan } from "../../generator/emit/plan/create-plan.ts";
import { typeOfValue } from "../../generator/emit/types/type-of.ts";
import {
  NULL,
  STRING,
  UNKNOWN,
  intersection,
  union,
  type TypeExpression,
} from "../../generator/emit/syntax/type-expression.ts";
import { typeText } from "../../generator/emit/syntax/type-layout.ts";
import { buildEnum, buildModel, buildProperty, buildType } from "../support/model.ts";

const plan = createPlan(
  buildModel({
    types: [
      buildType("entity"),
      buildType("user", { baseType: "microsoft.graph.entity", properties: [buildProperty("mail")] }),
      buildType("target"),
      buildType("allTarget", { baseType: "microsoft.graph.target" }),
      buildType("bag", { open: true }),
      buildType("sack", { baseType: "microsoft.graph.bag" }),
      buildType("Json"),
    ],
    enums: [
      buildEnum("state", ["on"]),
      buildEnum("risk", ["low", "unknownFutureValue"]),
      buildEnum("days", ["monday"], { flags: true }),
      buildEnum("none", []),
    ],
  }),
);

const values: readonly (readonly [type: string, Partial<PropertyModel>, want: string])[] = [
  ["Edm.String", {}, "string"],
  ["Edm.Guid", { nullable: true }, "GuidString | null"],
  ["Edm.Int64", {}, "Int64"],
  ["Edm.Boolean[]", {}, "boolean[]"],
  ["Edm.DateTimeOffset", {}, "DateTimeString"],
  ["Edm.Date[]", {}, "DateString[]"],
  ["Edm.TimeOfDay", {}, "TimeString"],
  ["Edm.Duration", {}, "DurationString"],
  ["Edm.Stream", {}, "BinaryString"],
  ["Edm.Untyped", { nullable: true }, "unknown"],
  ["Edm.Unheard", {}, "unknown"],
  ["unknown[]", {}, "unknown[]"],
  ["microsoft.graph.unheard", {}, "unknown"],
  ["microsoft.graph.Json", {}, "unknown"],
  ["microsoft.graph.user", {}, "User"],
  ["microsoft.graph.user[]", { nullable: true }, "User[] | null"],
  ["microsoft.graph.entity", {}, "OrSubtype<Entity, EntitySubtypeProperty>"],
  ["microsoft.graph.entity[]", {}, "OrSubtype<Entity, EntitySubtypeProperty>[]"],
  ["microsoft.graph.target", {}, "Target"],
  ["microsoft.graph.bag", {}, "Bag"],
  ["microsoft.graph.state", {}, "`${State}`"],
  ["microsoft.graph.state[]", {}, "`${State}`[]"],
  ["microsoft.graph.risk", { nullable: true }, "`${Risk}` | (string & {}) | null"],
  ["microsoft.graph.risk[]", {}, "(`${Risk}` | (string & {}))[]"],
  ["microsoft.graph.days", {}, "`${Days}` | (string & {})"],
  ["microsoft.graph.none", {}, "string"],
  ["Edm.String", { values: "microsoft.graph.state" }, "`${State}` | (string & {})"],
  ["Edm.String[]", { values: "microsoft.graph.risk" }, "(`${Risk}` | (string & {}))[]"],
  ["Edm.String", { values: "microsoft.graph.unheard" }, "string"],
];

it.each(values)("types a property of %s %j", (type, parts, want) => {
  expect(typeText(typeOfValue(buildProperty("x", type, parts), plan))).toBe(want);
});

const literal: TypeExpression = { kind: "literal", value: 'a"*/b' };
const member = { name: "a-b", type: union([STRING, NULL]), optional: true, doc: NO_DOC };
const object: TypeExpression = {
  kind: "object",
  members: [member, { ...member, name: "b", optional: false, doc: prose("Two\nlines.") }],
};

const expressions: readonly (readonly [string, TypeExpression, string])[] = [
  ["a literal", literal, String.raw`"a\"*\/b"`],
  ["one alternative", union([STRING]), "string"],
  ["alternatives with unknown", union([STRING, UNKNOWN]), "unknown"],
  [
    "an intersection of unions",
    intersection([union([STRING, NULL]), literal]),
    String.raw`(string | null) & "a\"*\/b"`,
  ],
  ["a list of unions", { kind: "array", item: union([STRING, NULL]) }, "(string | null)[]"],
  ["an object", object, '{\n  "a-b"?: string | null;\n  /**\n   * Two\n   * lines.\n   */\n  b: string | null;\n}'],
  ["an object without members", { kind: "object", members: [] }, "{}"],
];

it.each(expressions)("prints %s", (_, type, want) => {
  expect(typeText(type)).toBe(want);
});
