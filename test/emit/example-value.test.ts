import { expect, it } from "vitest";
import type { Json } from "../../generator/api/model.ts";
import { createPlan } from "../../generator/emit/plan/create-plan.ts";
import { repairObject } from "../../generator/emit/examples/example-value.ts";
import { sentQueryName } from "../../generator/emit/requests/query.ts";
import { buildEnum, buildModel, buildProperty, buildType } from "../support/model.ts";

const plan = createPlan(
  buildModel({
    types: [
      buildType("house", {
        properties: [
          buildProperty("name"),
          buildProperty("rooms", "Edm.Int32"),
          buildProperty("door", "microsoft.graph.door"),
          buildProperty("guest", "microsoft.graph.person"),
          buildProperty("roof", "microsoft.graph.roof"),
        ],
      }),
      buildType("door", { properties: [buildProperty("openTime"), buildProperty("isOpen", "Edm.Boolean")] }),
      buildType("person", { properties: [buildProperty("name")] }),
      buildType("child", { baseType: "microsoft.graph.person", properties: [buildProperty("school")] }),
    ],
    enums: [buildEnum("roof", ["flat", "pitched"])],
  }),
);
const house = plan.types.get("microsoft.graph.house")?.properties.all ?? new Map();

const values: readonly (readonly [name: string, given: Json, want: Json])[] = [
  ["values of other kinds", { name: 1, rooms: "3" }, { name: "1", rooms: 3 }],
  ["an object where text belongs", { name: { first: "a" }, rooms: 1 }, { rooms: 1 }],
  ["a list where one object belongs", { door: [{ isOpen: "true" }] }, { door: { isOpen: true } }],
  ["what no page names of a type", { door: { colour: "red", isOpen: true } }, { door: { isOpen: true } }],
  ["another spelling of a property", { door: { opentime: "8" } }, { door: { openTime: "8" } }],
  ["a member in another case", { roof: "Pitched" }, { roof: "pitched" }],
  ["a word that is no member", { roof: "String" }, { roof: "flat" }],
  ["the name of another type", { door: { "@odata.type": "#microsoft.graph.gate" } }, { door: {} }],
  ["the type's own name", { door: { "@odata.type": "#microsoft.graph.door" } }, null],
  ["a derived type", { guest: { "@odata.type": "#microsoft.graph.child", school: "b" } }, null],
  ["bindings to other objects", { guest: { "user@odata.bind": "https://host/users('a')" } }, null],
  ["undocumented properties of the body", { more: { a: [1] } }, null],
];

it.each(values)("repairs in an example %s", (_, given, want) => {
  expect(repairObject(given, house, plan)).toEqual(want ?? given);
});

const names: readonly (readonly [given: string, documented: readonly string[], want: string])[] = [
  ["expand", [], "$expand"],
  ["$Select", [], "$select"],
  ["search", ["search"], "search"],
  ["includeHidden", [], "includeHidden"],
];

it.each(names)("writes the option %s of an example, if the page lists %j, as %s", (given, documented, want) => {
  expect(sentQueryName(given, new Set(documented))).toBe(want);
});
