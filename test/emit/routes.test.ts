import { expect, it } from "vitest";
import type { PathParameterModel } from "../../generator/api/model.ts";
import { fixedQuery } from "../../generator/emit/plan/fixed-query.ts";
import { routePath } from "../../generator/emit/plan/route-path.ts";
import { groupRoutes } from "../../generator/emit/plan/routes.ts";
import { buildOperation, buildRequest } from "../support/model.ts";

function withParameter(path: string, placeholder: string, parts: Partial<PathParameterModel>) {
  const [known] = buildRequest("GET", "/{x}").parameters;
  if (known === undefined) throw new Error("Unexpected request without parameter");
  const parameter = { ...known, placeholder, offset: path.indexOf(placeholder), ...parts };
  return { ...buildRequest("GET", path), parameters: [parameter] };
}

const paths: readonly (readonly [string, ReturnType<typeof buildRequest>, string])[] = [
  ["keys", buildRequest("GET", "/users/{userId}/events/{eventId}"), "/users/{userId}/events/{eventId}"],
  [
    "parameter aliases",
    {
      ...withParameter("/{at}", "{at}", { name: "at", form: "quoted", alias: "@at" }),
      path: "/find(at=@at)",
      queryText: "@at='{at}'&$top=1",
    },
    "/find(at=@at)?@at='{at:quoted}'",
  ],
  ["quoted arguments", buildRequest("GET", "/r(period='{period}')"), "/r(period='{period:quoted}')"],
  [
    "placeholders that are no names",
    withParameter("/users/{id | userPrincipalName}", "{id | userPrincipalName}", { name: "userId" }),
    "/users/{userId}",
  ],
  ["angle brackets", withParameter("/a/<address>/b", "<address>", { name: "address" }), "/a/{address}/b"],
  [
    "file paths",
    withParameter("/root:/{path}:/c", "{path}", { name: "path", form: "filePath" }),
    "/root:/{path:filePath}:/c",
  ],
  ["literal arguments", withParameter("/f(n={n})", "{n}", { name: "n", form: "literal" }), "/f(n={n})"],
  [
    "characters that end a path",
    { ...buildRequest("GET", "/a b/{c}?d#e\\"), parameters: [] },
    "/a%20b/%7Bc%7D%3Fd%23e%5C",
  ],
  ["percent signs", buildRequest("GET", "/a%20b/100%"), "/a%20b/100%25"],
  ["half a surrogate pair", buildRequest("GET", "/\ud800"), "/%EF%BF%BD"],
  ["no slash", buildRequest("GET", "@evil.example"), "/@evil.example"],
];

it.each(paths)("writes the path of a request with %s", (_, request, want) => {
  expect(routePath(request)).toBe(want);
});

it("finds each of two equal placeholders at its own offset", () => {
  const request = buildRequest("GET", "/a/{id}/b/{id}");
  const parameters = request.parameters.map((parameter, index) => ({
    ...parameter,
    name: index === 0 ? "aId" : "bId",
  }));
  expect(routePath({ ...request, parameters })).toBe("/a/{aId}/b/{bId}");
});

it("groups URLs by their path keys in any order, and names those that share a group", () => {
  const operation = buildOperation("getEvent", {
    requests: [
      buildRequest("GET", "/me/events/{eventId}"),
      buildRequest("GET", "/users/{userId}/events/{eventId}"),
      buildRequest("GET", "/me/calendar/events/{eventId}"),
      buildRequest("GET", "/me/events/{eventId}"),
      buildRequest("GET", "/me/events/{eventId}", { queryText: "$expand=a" }),
      buildRequest("GET", "/events/{eventId}/of/{userId}"),
    ],
  });
  const groups = groupRoutes(operation);
  expect(groups.map(({ routes }) => routes.map((route) => route.name))).toEqual([
    ["/me/events/{eventId}", "/me/calendar/events/{eventId}", "/me/events/{eventId}?$expand=a"],
    ["/users/{userId}/events/{eventId}", "/events/{eventId}/of/{userId}"],
  ]);
});

const queries: readonly (readonly [string | null, Partial<ReturnType<typeof fixedQuery>>])[] = [
  [null, { fixed: {}, placeholders: [] }],
  ["$count=true&$top=5", { fixed: { $count: "true", $top: "5" }, placeholders: [] }],
  [
    "startDateTime={start}&endDateTime=<end>",
    {
      fixed: {},
      placeholders: ["startDateTime", "endDateTime"],
      shown: { startDateTime: "{start}", endDateTime: "<end>" },
    },
  ],
  ["$filter=a%20eq+'b'&x", { fixed: { $filter: "a eq 'b'" }, placeholders: [] }],
  ["a=100%", { fixed: { a: "100%" }, placeholders: [] }],
  ["__proto__=x&{b}=1", { fixed: {}, placeholders: [] }],
];

it.each(queries)("reads the query %j", (given, want) => {
  expect(fixedQuery(given)).toMatchObject(want);
});
