import { expect, it } from "vitest";
import fc from "fast-check";
import { buildUrl } from "../../generator/output/runtime/url.ts";
import { matchPath } from "../../generator/output/testing/path.ts";

const cases: readonly [template: string, path: string, search: string, want: Record<string, string> | null][] = [
  ["/users", "/users", "", {}],
  ["/users", "/Users", "", {}],
  ["/users", "/users/1", "", null],
  ["/users/{id}", "/users/a%20b", "", { id: "a b" }],
  ["/users/{id}", "/users/1/messages", "", null],
  ["/users/{id}", "/users/", "", null],
  ["/users('{id:quoted}')", "/users(%27o''clock%27)", "", { id: "o'clock" }],
  ["/root:/{path:filePath}:/content", "/root:/a/b.txt:/content", "", { path: "a/b.txt" }],
  ["/f(a={a},b={b})", "/f(a=1,b=2)", "", { a: "1", b: "2" }],
  ["/f(p=@p)?@p='{p:quoted}'", "/f(p=@p)", "?$top=1&@p='x'", { p: "x" }],
  ["/f(p=@p)?@p='{p:quoted}'", "/f(p=@p)", "?%40p=%27x%27", { p: "x" }],
  ["/me/$count", "/me/%24count", "", {}],
];

it.each(cases)("compares %s with %s%s", (template, path, search, want) => {
  expect(matchPath(template, path, search)).toEqual(want);
});

const TEMPLATES = [
  "/a/{x}",
  "/a/{x}/b/{y}",
  "/a(k='{x:quoted}')/c",
  "/root:/{x:filePath}:/content",
  "/a(b={x},c={y})/d",
];

it("reads the values from every URL that the runtime builds", () => {
  const value = fc
    .string({ minLength: 1, unit: "grapheme" })
    .filter((text) => !/^\.{1,2}$|\p{Cs}|[')(/,:]/u.test(text));
  fc.assert(
    fc.property(fc.constantFrom(...TEMPLATES), value, value, (template, x, y) => {
      const path = template.includes("{y}") ? { x, y } : { x };
      const operation = { name: "a", routes: [{ method: "GET", path: template }] };
      expect(matchPath(template, buildUrl(operation, { path }).url, "")).toEqual(path);
    }),
  );
});
