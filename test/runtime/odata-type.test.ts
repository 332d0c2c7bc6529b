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
  ["one that is not there", getAnnotation(team, "members@odata.navigationLink"), undefined],
  ["a count that is no number", getAnnotation(team, "owners@odata.count"), undefined],
  ["a link that is no text", getAnnotation(team, "owners@odata.nextLink"), undefined],
])("reads %s beside a property", (_, found, want) => {
  expect(found).toBe(want);
});

it.each([
  ["a property that no type has", "extension_badge", 7],
  ["nothing that the object inherits", "toString", undefined],
])("reads %s by name", (_, name, want) => {
  expect(getProperty(team, name)).toBe(want);
});
