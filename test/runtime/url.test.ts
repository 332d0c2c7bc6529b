import { expect, it } from "vitest";
import {
  RequestError,
  type Operation,
  type OperationOptions,
  type Route,
} from "../../generator/output/runtime/index.ts";
import { buildUrl } from "../../generator/output/runtime/url.ts";

const route: Route = { method: "GET", path: "/b" };

function operation(...paths: readonly string[]): Operation {
  return { name: "getThing", routes: paths.map((path) => ({ method: "GET", path })) };
}

const urls: readonly (readonly [string, Operation, OperationOptions, string])[] = [
  ["a key", operation("/users/{userId}"), { path: { userId: "a b/c?d#e" } }, "/users/a%20b%2Fc%3Fd%23e"],
  ["a dot, a plus and a percent sign", operation("/a/{a}"), { path: { a: "a.b+c%2f" } }, "/a/a.b%2Bc%252f"],
  ["letters of all scripts", operation("/a/{a}"), { path: { a: "ß 日 😀" } }, "/a/%C3%9F%20%E6%97%A5%20%F0%9F%98%80"],
  [
    "a lone surrogate",
    operation("/a/{a}"),
    { path: { a: "x\ud800" }, query: { q: "\udc00" } },
    "/a/x%EF%BF%BD?q=%EF%BF%BD",
  ],
  ["a quote in a key", operation("/users/{userId}"), { path: { userId: "O'Neil" } }, "/users/O'Neil"],
  [
    "arguments",
    operation("/f(a='{a:quoted}',b={b})"),
    { path: { a: "'/#%+", b: true } },
    "/f(a='''%2F%23%25%2B',b=true)",
  ],
  ["a number", operation("/users/{userId}"), { path: { userId: 0 } }, "/users/0"],
  [
    "a parameter alias",
    operation("/f(n=@n)?@n='{n:quoted}'"),
    { path: { n: "O'Neil/& Co" } },
    "/f(n=@n)?@n='O''Neil%2F%26%20Co'",
  ],
  [
    "a parameter alias and options",
    operation("/f(n=@n)?@n={n}"),
    { path: { n: 2 }, query: { $top: 1 } },
    "/f(n=@n)?@n=2&$top=1",
  ],
  ["a quoted argument", operation("/f(n='{n:quoted}')"), { path: { n: "O'Neil & Co" } }, "/f(n='O''Neil%20%26%20Co')"],
  ["a file path", operation("/root:/{p:filePath}:/c"), { path: { p: "a b/c#.txt" } }, "/root:/a%20b/c%23.txt:/c"],
  ["two keys", operation("/a/{aId}/b/{bId}"), { path: { bId: "2", aId: "1" } }, "/a/1/b/2"],
  ["three dots, which are a name", operation("/a/{id}"), { path: { id: "..." } }, "/a/..."],
  ["no query option", operation("/a"), { query: { other: undefined } }, "/a"],
  ["empty options of the protocol", operation("/a"), { query: { $select: [], $filter: "", name: "" } }, "/a?name="],
  [
    "query options",
    operation("/a"),
    { query: { $select: ["id", "name"], $filter: "name eq 'a&b'", $count: true, $top: 5, "x y": "z" } },
    "/a?$select=id%2Cname&$filter=name%20eq%20'a%26b'&$count=true&$top=5&x%20y=z",
  ],
  ["the first URL by default", operation("/me/{id}", "/my/{id}"), { path: { id: "1" } }, "/me/1"],
  ["the URL of a route", operation("/me/{id}", "/my/{id}"), { path: { id: "1" }, route: "/my/{id}" }, "/my/1"],
  ["the URL of the path keys", operation("/me", "/users/{userId}"), { path: { userId: "1" } }, "/users/1"],
];

it.each(urls)("builds a URL with %s", (_, given, options, want) => {
  expect(buildUrl(given, options).url).toBe(want);
});

it("sends an option of the URL once, with or without its dollar sign", () => {
  const given: Operation = { name: "x", routes: [{ method: "GET", path: "/a", query: { filter: "a eq 1" } }] };
  expect(buildUrl(given, { query: { $filter: "b eq 2" } }).url).toBe("/a?$filter=b%20eq%202");
  expect(buildUrl(given, { query: { search: "c" } }).url).toBe("/a?filter=a%20eq%201&search=c");
});

it("lets the caller override query options of the URL", () => {
  const given: Operation = { name: "x", routes: [{ method: "GET", path: "/a", query: { $top: "1", $count: "true" } }] };
  expect(buildUrl(given, { query: { $top: 2 } }).url).toBe("/a?$top=2&$count=true");
});

/** Path values of a caller without types. */
function untyped(path: object): OperationOptions {
  const options: OperationOptions = {};
  return Object.assign(options, { path });
}

it("selects a URL by its name if it has one", () => {
  const given: Operation = {
    name: "x",
    routes: [
      { ...route, path: "/a" },
      { ...route, name: "b" },
    ],
  };
  expect(buildUrl(given, { route: "b" }).url).toBe("/b");
  expect(() => buildUrl(given, { route: "/b" })).toThrow('with route "/b"');
});

const wrong: readonly (readonly [string, Operation, OperationOptions, RegExp])[] = [
  [
    "a missing key",
    operation("/users/{userId}"),
    {},
    /getThing: Unexpected path values \{ none \}, expected those of \/users\/\{userId\}$/,
  ],
  [
    "an extra key",
    operation("/a/{a}"),
    { path: { a: "1", b: "2" } },
    /path values \{ a, b \}, expected those of \/a\/\{a\}$/,
  ],
  [
    "the keys of two URLs combined",
    operation("/a/{a}", "/b/{b}"),
    { path: { a: "1", b: "2" } },
    /expected those of \/a\/\{a\} or \/b\/\{b\}$/,
  ],
  ["an unknown route", operation("/a"), { route: "/b" }, /with route "\/b"/],
  ["an empty value", operation("/a/{a}"), { path: { a: "" } }, /Unexpected empty path value a/],
  ["a null value", operation("/a/{a}"), untyped({ a: null }), /Unexpected empty path value a/],
  ["an inherited value", operation("/a/{toString}"), { path: {} }, /expected those of \/a\/\{toString\}/],
  [
    "a value that leads to the parent",
    operation("/a/{a}/b"),
    { path: { a: ".." } },
    /Unexpected "\." or "\.\." segment/,
  ],
  [
    "a value before a query that leads to the parent",
    operation("/users/{id}?@a='{a:quoted}'"),
    { path: { id: "..", a: "1" } },
    /Unexpected "\." or "\.\." segment/,
  ],
  [
    "a file path that leads to the parent",
    operation("/r:/{p:filePath}"),
    { path: { p: "a/../../b" } },
    /Unexpected "\." or "\.\."/,
  ],
];

it.each(wrong)("rejects %s", (_, given, options, message) => {
  expect(() => buildUrl(given, options)).toThrow(message);
  expect(() => buildUrl(given, options)).toThrow(RequestError);
});
