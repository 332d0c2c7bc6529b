import { expect, it } from "vitest";
import { getAnnotation, getProperty } from "../../generator/output/runtime/index.ts";

const NEXT = "https://graph.microsoft.com/v1.0/teams/1/members?$skiptoken=x";
const team = {
  "@odata.context": "https://graph.microsoft.com/v1.0/$metadata#teams",
  "members@odata.count": 30,
  "members@odata.nextLink": NEXT,
  "owners@odata.count": "30",
  "owners@odata.nextLink": null,
  members: [],
  owners: [],
  extension_badge: 7,
};

it.each([
  ["a count", getAnnotation(team, "members@odata.count"), 30],
  ["a link", getAnnotation(team, "members@odata.nextLink"), NEXT],
  ["an annotation of the object", getAnnotation(team, "@odata.context"), team["@odata.context"]],
  ["a missing annotation", getAnnotation(team, "members@odata.navigationLink"), undefined],
  ["a count that is not a number", getAnnotation(team, "owners@odata.count"), undefined],
  ["a link that is not text", getAnnotation(team, "owners@odata.nextLink"), undefined],
])("reads %s beside a property", (_, found, want) => {
  expect(found).toBe(want);
});

it.each([
  ["an undocumented property", "extension_badge", 7],
  ["an inherited property", "toString", undefined],
])("reads %s by name", (_, name, want) => {
  expect(getProperty(team, name)).toBe(want);
});
