import { expect, it } from "vitest";
import { fileStem, resolveInclude, resolveReference } from "../../generator/util/paths.ts";
import { camelCase, pascalCase, splitWords, upperFirst } from "../../generator/util/words.ts";

const words: readonly [text: string, want: string][] = [
  ["userId", "user Id"],
  ["user-id", "user id"],
  ["User Id", "User Id"],
  ["user_principal_name", "user principal name"],
  ["URLPattern", "URL Pattern"],
  ["iOSApp", "i OS App"],
  ["windows10App", "windows10 App"],
  ["", ""],
  ["--", ""],
  ["Größe-α", "Größe α"],
];

it.each(words)("splits '%s' into words", (text, want) => {
  expect(splitWords(text).join(" ")).toBe(want);
});

const cases: readonly [text: string, camel: string, pascal: string][] = [
  ["team-id", "teamId", "TeamId"],
  ["user principal name", "userPrincipalName", "UserPrincipalName"],
  ["period_value", "periodValue", "PeriodValue"],
  ["windowsAutopilot", "windowsAutopilot", "WindowsAutopilot"],
  ["TimeZoneStandard", "timeZoneStandard", "TimeZoneStandard"],
  ["URL", "url", "Url"],
  ["@odata.type", "odataType", "OdataType"],
  ["", "", ""],
];

it.each(cases)("cases '%s'", (text, camel, pascal) => {
  expect([camelCase(text), pascalCase(text)]).toEqual([camel, pascal]);
});

it("changes only the first letter", () => {
  expect(["userId", "ID", ""].map(upperFirst)).toEqual(["UserId", "ID", ""]);
});

const references: readonly [file: string, reference: string, want: string][] = [
  ["api/a.md", "b.md", "api/b.md"],
  ["api/a.md", "./b.md", "api/b.md"],
  ["api/a.md", "../resources/b.md", "resources/b.md"],
  ["api/a.md", "..\\resources\\b.md", "resources/b.md"],
  ["api/a.md", "../../includes/b.md", "../includes/b.md"],
  ["api/a.md", "../../../b.md", "../../b.md"],
  ["../includes/a.md", "b.md", "../includes/b.md"],
  ["../includes/a.md", "../b.md", "../b.md"],
  ["../includes/a.md", "../../b.md", "../../b.md"],
  ["a.md", "x/../b.md", "b.md"],
  ["a.md", "x//b.md", "x/b.md"],
  ["api/a.md", "x/./", "api/x"],
  ["api/a.md", "..", ""],
];

it.each(references)("resolves, from %s, the reference %s", (file, reference, want) => {
  expect(resolveReference(file, reference)).toBe(want);
});

it("resolves includes from the file's folder, or from the docs folder with `~/`", () => {
  expect(resolveInclude("api/a.md", "~/includes/b.md")).toBe("includes/b.md");
  expect(resolveInclude("api/a.md", "../includes/b.md")).toBe("includes/b.md");
});

it("removes folder and extension from a file name", () => {
  expect(["api/user-get.md", "user", "a/b.c.md"].map(fileStem)).toEqual(["user-get", "user", "b.c"]);
});
