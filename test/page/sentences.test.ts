import { expect, it } from "vitest";
import { readRequestBody } from "../../generator/page/requests/request-body.ts";
import { readResponse } from "../../generator/page/requests/response.ts";
import { phraseOf, sectionOf } from "../support/markdown.ts";
import { readSentenceType } from "../../generator/page/types/sentence-type.ts";

/** `200 user[]`, `204 nothing`: what a Response section says. */
function response(text: string): string {
  const [facts] = readResponse([sectionOf(text, "Response")]);
  const type = facts?.type?.primitive ?? facts?.type?.name;
  const what = facts?.none === true ? "nothing" : (type ?? "?");
  return `${facts?.statuses.join("+") ?? "-"} ${what}${facts?.type?.collection === true ? "[]" : ""}`;
}

const user = "[user](../resources/user.md)";

const responses: readonly [given: string, want: string][] = [
  [
    `If successful, this method returns a \`200 OK\` response code and a collection of ${user} objects in the response body.`,
    "200 user[]",
  ],
  [
    `If successful, this method returns a \`200 OK\` response code and ${user} object in the response body.`,
    "200 user",
  ],
  [
    `If successful, this method returns a \`200 OK\` response code and an updated ${user} object in the response body.`,
    "200 user",
  ],
  [
    `If successful, this method returns a \`201 Created\` response code and a ${user} object in the response body.`,
    "201 user",
  ],
  [
    `If successful, this method returns \`200 OK\` response code and collection of ${user} objects in the response body.`,
    "200 user[]",
  ],
  [
    `If successful, this method returns a \`200 OK\` response code and a list of ${user} objects in the response body.`,
    "200 user[]",
  ],
  [
    `If successful, this function returns a \`200 OK\` response code and a ${user} collection in the response body.`,
    "200 user[]",
  ],
  [
    `If successful, this method returns a \`200 OK\` response code and ${user} collection object in the response body.`,
    "200 user[]",
  ],
  [
    `If successful, this method returns a \`200 OK\` response code and the requested ${user} object in the response body.`,
    "200 user",
  ],
  ["If successful, this method returns a `204 No Content` response code.", "204 ?"],
  [
    "If successful, this method returns a `204 No Content` response code. It does not return anything in the response body.",
    "204 nothing",
  ],
  [
    "If successful, this method returns `204 No Content` response code. It doesn't return anything in the response body.",
    "204 nothing",
  ],
  [
    "If successful, this method returns `200 OK` response code. It does not return anything in the response body.",
    "200 nothing",
  ],
  ["If successful, this method returns a `202 Accepted` response code with an empty response body.", "202 nothing"],
  ["If successful, this action returns a `200 OK` response code and a Stream in the response body.", "200 Edm.Stream"],
  ["If successful, this action returns a `200 OK` response code and a String in the response body.", "200 Edm.String"],
  [
    "If successful, this method returns a `200 OK` response code and a String collection object in the response body.",
    "200 Edm.String[]",
  ],
  [
    "If successful, this function returns a `200 OK` response code and a Boolean in the response body.",
    "200 Edm.Boolean",
  ],
  [
    "If successful, this method returns a `200 OK` response code and **teamsTab** objects in the response body.",
    "200 teamsTab[]",
  ],
  // Spellings of the status.
  ["This call returns a `204 No content` response.", "204 ?"],
  ["This call returns `204, No Content`.", "204 nothing"],
  ["This call returns a 200 OK response.", "200 ?"],
  ["This call returns `202 Accepted `.", "202 ?"],
  ["This call returns a `200 OK response` code.", "200 ?"],
  ["This call returns a `302 Found` response that redirects to a download URL.", "302 ?"],
  ["This call returns `200 OK`, `206 Partial Content` or `404 Not Found`.", "200+206 ?"],
  [`Returns \`204 No Content\`, or \`200 OK\` and the ${user} when asked for.`, "204+200 user"],
  [`Returns \`202 Accepted\`.\n\nLater \`201 Created\` and a ${user}.`, "202+201 user"],
  // Numbers that are no status.
  [`Returns a 200-series response code and a new ${user} object.`, " user"],
  ["Returns up to 250 things.", " ?"],
  ["Returns a list of things.", " ?"],
  ["Returns `200 OK`. Where it was removed, a `true` value is returned in the response body.", "200 Edm.Boolean"],
  // Links that are no type.
  [`See [errors](/graph/errors). Returns a ${user} object.`, " user"],
  [`Like [Get user](../api/user-get.md), this returns a \`200 OK\` response code and a ${user} object.`, "200 user"],
  ["Returns `200 OK` and [what stands below](#example).", "200 ?"],
];

it.each(responses)("reads the response '%s'", (given, want) => {
  expect(response(given)).toBe(want);
});

it("reads nothing where there is no Response section", () => {
  expect(readResponse([])).toEqual([null, []]);
});

const types: readonly [given: string, want: string | null, loose?: boolean][] = [
  [`a collection of ${user} objects`, "user[]"],
  [`a list of all ${user} objects`, "user[]"],
  [`an array of the ${user} objects`, "user[]"],
  [`a page of ${user} resources`, "user[]"],
  [`zero or more ${user} objects`, "user[]", true],
  [`the ${user} objects`, "user[]", true],
  [`an ${user} or a [group](group.md)`, "user"],
  ["a collection of [user collections](user.md)", "user[]"],
  [`the [ageGroup](user.md#agegroup-values) values`, "ageGroup"],
  ["nothing at all", null],
];

it.each(types)("reads the type of '%s'", (given, want, loose = false) => {
  const type = readSentenceType(phraseOf(given));
  expect(type === null ? null : `${type.name}${type.collection ? "[]" : ""}`).toBe(want);
  expect(type?.loosePlural === true).toBe(loose);
});

/** `none`, or the type and the names of the rows. */
function body(text: string): string {
  const [facts] = readRequestBody([sectionOf(text, "Request body")]);
  if (facts === null) return "-";
  if (facts.none) return "none";
  return [facts.type?.name ?? "?", ...facts.properties.map(({ name }) => name)].join(" ");
}

const rows = "\n\n|Property|Type|Description|\n|:---|:---|:---|\n|id|String|Key.|\n|name|String|Name.|";
const bodies: readonly [given: string, want: string][] = [
  ["Do not supply a request body for this method.", "none"],
  ["Don't supply a request body for this method.", "none"],
  ["Don’t supply a request body for this method.", "none"],
  ["This method does not require a request body.", "none"],
  ["This API does not require any request body.", "none"],
  ["No request body.", "none"],
  ["No request body is required.", "none"],
  ["None.", "none"],
  ["", "?"],
  [`In the request body, supply a JSON representation for the ${user} object.`, "user"],
  [`In the request body, supply a JSON representation of a ${user} object.${rows}`, "user id name"],
  [`In the request body, provide a JSON object with the following parameters.${rows}`, "? id name"],
  [`Do not supply a body that is too long.${rows}`, "? id name"],
  [`Supply only what shall change.\n\nThe table shows the properties of a ${user}.${rows}`, "user id name"],
  ["In the request body, supply a JSON representation of a lockPolicy object.", "lockPolicy"],
  ["In the request body, supply a JSON representation for the lockPolicy.", "lockPolicy"],
  ["In the request body, supply a JSON representation of the parameters.", "?"],
  ["The request body contains the picture as binary data.", "?"],
];

it.each(bodies)("reads the request body '%s'", (given, want) => {
  expect(body(given)).toBe(want);
});
