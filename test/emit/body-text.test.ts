import { expect, it } from "vitest";
import { bodyDoc } from "../../generator/emit/text/body-text.ts";
import { orPlaceholder, placeholder } from "../../generator/emit/examples/placeholder.ts";

const texts: readonly (readonly [string, given: string, want: readonly string[]])[] = [
  ["nothing", "", []],
  ["where its members are", "In the request body, send JSON with the following parameters.", []],
  ["to supply it", "Supply a JSON representation of the door in the request body.", []],
  ["what a list follows", "The fields that can be changed are", []],
  [
    "a fact besides",
    "In the request body, supply the values to change. Properties that are not included in the request body stay.",
    ["Properties that are not included in the request body stay."],
  ],
  ["a fact in a paragraph of its own", "Use the request body below.\n\nOne door at a time.", ["One door at a time."]],
  ["an abbreviation", "Give at least one name, e.g. `front`.", ["Give at least one name, e.g. `front`."]],
];

it.each(texts)("documents facts of a body, but not %s", (_, given, want) => {
  const { paragraphs } = bodyDoc("createDoor", given);
  expect(paragraphs.filter((text) => text !== "")).toEqual(["Body of `createDoor`.", ...want]);
});

it.each([
  ["{id}", "DOOR_ID"],
  ["{id | name}", "DOOR_ID"],
  ["<door-id>", "DOOR_ID"],
  ["", "DOOR_ID"],
  ["42", "42"],
  ["a{b}", "a{b}"],
])("shows %j of an example as %s", (given, want) => {
  expect(orPlaceholder(given, "doorId")).toBe(want);
});

it.each([
  ["userIdOrUserPrincipalName", "USER_ID_OR_USER_PRINCIPAL_NAME"],
  ["If-Match", "IF_MATCH"],
  ["_", "VALUE"],
])("names the stand-in of %s %s", (name, want) => {
  expect(placeholder(name)).toBe(want);
});
