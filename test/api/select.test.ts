import { expect, it } from "vitest";
import type { ApiModel } from "../../generator/api/model.ts";
import { selectModel, type Selection } from "../../generator/api/select/select.ts";
import {
  buildBody,
  buildEnum,
  buildExample,
  buildModel,
  buildOperation,
  buildProperty,
  buildRequest,
  buildResponse,
  buildType,
} from "../support/model.ts";

const name = (short: string): string => `microsoft.graph.${short}`;
const relation = (property: string, type: string) => buildProperty(property, name(type), { relationship: true });
const page = (file: string) => ({ source: { file, line: 1, column: 1 } });

/** People work in rooms, a room has doors; a lock is of one of two kinds. */
const MODEL: ApiModel = buildModel({
  types: [
    buildType("entity", { kind: "entity", abstract: true }),
    buildType("item", { kind: "entity", baseType: name("entity") }),
    buildType("person", {
      kind: "entity",
      baseType: name("item"),
      properties: [
        buildProperty("address", name("address")),
        buildProperty("mood", "Edm.String", { values: name("mood") }),
        buildProperty("badges", name("badge[]")),
        relation("room", "room"),
        relation("desks", "desk[]"),
        relation("boss", "person"),
      ],
    }),
    buildType("address", { properties: [buildProperty("country", name("country"))] }),
    buildType("country"),
    buildType("badge", { properties: [buildProperty("lock", name("lock"))] }),
    buildType("lock", { abstract: true }),
    buildType("keyLock", { baseType: name("lock"), properties: [buildProperty("key", name("key"))] }),
    buildType("codeLock", { baseType: name("lock") }),
    buildType("key"),
    buildType("room", { kind: "entity", baseType: name("item"), properties: [relation("doors", "door[]")] }),
    buildType("hall", { kind: "entity", baseType: name("room") }),
    buildType("door", { kind: "entity", baseType: name("entity") }),
    buildType("desk"),
    buildType("session", { namespace: "microsoft.graph.talks", module: "talks/session", identifier: "TalksSession" }),
  ],
  enums: [buildEnum("mood", ["good", "bad"]), buildEnum("colour", ["red"])],
  operations: [
    buildOperation("getPerson", {
      module: "person",
      requests: [buildRequest("GET", "/people/{id}"), buildRequest("GET", "/me")],
      response: buildResponse(name("person")),
      ...page("api/person-get.md"),
    }),
    buildOperation("listRooms", {
      module: "room",
      requests: [buildRequest("GET", "/rooms")],
      response: buildResponse(name("room[]")),
      examples: [buildExample("GET", "/rooms", null, { value: [{ "@odata.type": "#microsoft.graph.hall" }] })],
      ...page("api/room-list.md"),
    }),
    buildOperation("openDoor", {
      module: "door",
      requests: [
        buildRequest("POST", "/rooms/{roomId}/doors/{doorId}/open"),
        buildRequest("POST", "/people/{personId}/room/doors/{doorId}/open"),
      ],
      requestBody: buildBody([buildProperty("with", name("key")), relation("by", "person")]),
      ...page("api/door-open.md"),
    }),
    buildOperation("countDoors", {
      module: "door",
      requests: [buildRequest("GET", "/doors/countBy(colour='{colour}')")],
      functionParameters: [
        {
          name: "colour",
          type: name("colour"),
          collection: false,
          values: [],
          required: true,
          description: "",
          ...page("x.md"),
        },
      ],
      ...page("api/door-count.md"),
    }),
  ],
  diagnostics: ["api/person-get.md", "resources/door.md"].map((file) => ({
    code: "table-row-missing-cells" as const,
    severity: "warning" as const,
    message: "Unexpected row",
    place: { file, line: 1, column: 1 },
    related: [],
  })),
});

function select(include: readonly string[], exclude: readonly string[] = []): Selection {
  return selectModel(MODEL, { include, exclude });
}

/** Names of what a selection has, sorted within types, enums and operations. */
function names({ model }: Selection): string {
  const sets = [model.types, model.enums, model.operations].map((items) => items.map((item) => item.name));
  return sets.map((set) => set.toSorted().join(" ")).join(" | ");
}

const PERSON = "address badge codeLock country entity item key keyLock lock person | mood";

const included: readonly [name: string, patterns: readonly string[], expected: string][] = [
  ["a path, with what it takes and gives", ["/people/{id}"], `${PERSON} | getPerson`],
  ["a path whose placeholder has another name", ["/people/{person-id}"], `${PERSON} | getPerson`],
  ["a path by one of its URLs", ["/me"], `${PERSON} | getPerson`],
  [
    "paths below a path, and itself",
    ["/rooms/**"],
    `${PERSON.replace("person", "person room").replace("entity", "entity hall")} | listRooms openDoor`,
  ],
  ["any segment", ["/rooms/*/doors/*/open"], `${PERSON} | openDoor`],
  ["alternatives", ["/{me,doors}/**"], `${PERSON.replace("mood", "colour mood")} | countDoors getPerson`],
  ["a path with signs of its own", ["/doors/countBy(colour='{colour}')"], " | colour | countDoors"],
  ["a path in another case", ["/ME"], `${PERSON} | getPerson`],
  ["an operation", ["countDoors"], " | colour | countDoors"],
  ["operations", ["count*", "get*"], `${PERSON.replace("mood", "colour mood")} | countDoors getPerson`],
  ["a resource with its operations", ["country"], "country |  | "],
  ["a resource by its full name", ["microsoft.graph.room"], "entity hall item room |  | listRooms"],
  ["a resource by its name in code", ["TalksSession"], "session |  | "],
  ["a module", ["talks/*"], "session |  | "],
  ["a namespace", ["microsoft.graph.talks.*"], "session |  | "],
  ["an enum", ["colour"], " | colour | "],
  ["a page", ["api/person-*.md"], `${PERSON} | getPerson`],
  ["a page in any folder", ["country.md"], "country |  | "],
];

it.each(included)("takes %s", (_, patterns, expected) => {
  const selection = select(patterns);
  expect(selection.unmatched).toEqual([]);
  expect(names(selection)).toBe(expected);
});

const excluded: readonly [name: string, include: string[], exclude: string[], expected: string][] = [
  ["operations of what is included", ["/rooms/**"], ["open*"], "entity hall item room |  | listRooms"],
  ["no operation that has a URL left", ["openDoor"], ["/rooms/**"], `${PERSON} | openDoor`],
  [
    "an operation without a URL left",
    ["/rooms/**"],
    ["/rooms/*/**", "/people/**"],
    "entity hall item room |  | listRooms",
  ],
  ["no type that something needs", ["getPerson"], ["address"], `${PERSON} | getPerson`],
];

it.each(excluded)("leaves out %s", (_, include, exclude, expected) => {
  const selection = select(include, exclude);
  expect(selection.unmatched).toEqual([]);
  expect(names(selection)).toBe(expected);
});

it("excludes from the whole model if nothing is included", () => {
  const { model } = select([], ["door", "talks/*"]);
  expect(model.operations.map((operation) => operation.name)).toEqual(["getPerson", "listRooms"]);
  expect(model.types.map((type) => type.name)).toEqual(
    MODEL.types.map((type) => type.name).filter((type) => !["door", "session"].includes(type)),
  );
});

it("keeps everything without patterns", () => {
  expect(select([]).model).toBe(MODEL);
});

it("narrows a relationship to the nearest selected base", () => {
  const person = select(["getPerson"]).model.types.find((type) => type.name === "person");
  const relations = person?.properties.filter((property) => property.relationship) ?? [];
  expect(relations.map(({ type, collection }) => ({ type, collection }))).toEqual([
    { type: name("item"), collection: false },
    { type: "unknown", collection: true },
    { type: name("person"), collection: false },
  ]);
  expect(relations.map(({ description }) => description)).toEqual([
    "The type `microsoft.graph.room` is not part of this selection.",
    "The type `microsoft.graph.desk` is not part of this selection.",
    "",
  ]);
});

it("keeps a relationship to a type that is also selected", () => {
  const person = select(["getPerson", "room", "desk"]).model.types.find((type) => type.name === "person");
  const targets = person?.properties.flatMap(({ relationship, type }) => (relationship ? [type] : []));
  expect(targets).toEqual([name("room"), name("desk"), name("person")]);
});

it("keeps the diagnostics of selected pages", () => {
  expect(select(["getPerson"]).model.diagnostics.map(({ place }) => place.file)).toEqual(["api/person-get.md"]);
});

const unmatched: readonly [text: string, suggestions: readonly string[]][] = [
  ["persn", ["person"]],
  ["getPersn", ["getPerson"]],
  ["microsoft.graph.dor", ["microsoft.graph.door"]],
  ["persan*", ["person*"]],
  ["/peple/**", ["/people/**"]],
  ["/people/{id}/rooms/**", ["/people/{id}/room/**"]],
  ["api/person-gt.md", ["api/person-get.md"]],
  ["nothing like it", []],
  ["", []],
];

it.each(unmatched)("suggests what %s may mean", (text, suggestions) => {
  const selection = select([text]);
  expect(selection.unmatched).toMatchObject([{ list: "include", text }]);
  expect(selection.unmatched[0]?.suggestions.slice(0, 1)).toEqual(suggestions);
});

it("reports an exclude pattern that matches nothing", () => {
  expect(select(["person"], ["dor"]).unmatched).toEqual([{ list: "exclude", text: "dor", suggestions: ["door"] }]);
});
