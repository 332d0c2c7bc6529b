import { expect, it } from "vitest";
import { changedPagesOf, printPages } from "../../generator/commands/package/changed-pages.ts";
import type { PlannedFile } from "../../generator/output/model.ts";
import { hashOf } from "../../generator/output/hash.ts";

const file = (path: string, before: string | null, text: string | null): PlannedFile => ({
  path,
  before,
  text,
  hash: text === null ? null : hashOf(text),
  disk: before === null ? "absent" : before === text ? "same" : "ours",
});

const positions = (names: Readonly<Record<string, string>>): string =>
  JSON.stringify({
    docs: "docs",
    names: Object.fromEntries(Object.entries(names).map(([name, at]) => [name, { "": at }])),
  });

const OLD = positions({
  User: "resources/user.md:10:1",
  getUser: "api/user-get.md:10:1",
  gone: "api/user-gone.md:4:1",
});
const NEW = positions({ User: "resources/user.md:10:1", getUser: "api/user-get.md:12:1" });

const TYPE = "/** A user. */\nexport interface User {\n  id?: string;\n}\n";
const CALL =
  "/**\n * Gets one.\n *\n * @example\n * export const no = 1;\n */\nexport async function getUser(): Promise<User> {}\n";

const cases: readonly [
  name: string,
  path: string,
  before: string | null,
  after: string | null,
  pages: readonly string[],
][] = [
  ["a type", "src/user.ts", `${TYPE}\n${CALL}`, `${TYPE.replace("id", "key")}\n${CALL}`, ["resources/user.md"]],
  ["a comment", "src/user.ts", `${TYPE}\n${CALL}`, `${TYPE}\n${CALL.replace("Gets", "Reads")}`, ["api/user-get.md"]],
  ["both", "src/user.ts", `${TYPE}\n${CALL}`, "", ["api/user-get.md", "resources/user.md"]],
  ["a file that comes", "src/user.ts", null, TYPE, ["resources/user.md"]],
  ["a file that goes", "src/gone.ts", "export const gone = 1;\n", null, ["api/user-gone.md"]],
  [
    "an index",
    "src/index.ts",
    'export { User, gone } from "./x.js";\n',
    'export { User } from "./x.js";\n',
    ["api/user-gone.md"],
  ],
  ["what no page says", "package.json", "{}", "{ }", []],
  ["line ends alone", "src/user.ts", TYPE.replaceAll("\n", "\r\n"), `${TYPE}\n`, []],
];

it.each(cases)("finds the pages that speak of %s", (_, path, before, text, pages) => {
  const plan = { out: "/out", files: [file("positions.json", OLD, NEW), file(path, before, text)], unchanged: 0 };
  expect(changedPagesOf(plan).get(path) ?? []).toEqual(pages);
});

it("finds the pages whose lines moved", () => {
  const plan = { out: "/out", files: [file("positions.json", OLD, NEW)], unchanged: 0 };
  expect(changedPagesOf(plan).get("positions.json")).toEqual(["api/user-get.md", "api/user-gone.md"]);
});

it("names no page where the positions are damaged", () => {
  const plan = { out: "/out", files: [file("positions.json", "{", "[]"), file("src/user.ts", TYPE, "")], unchanged: 0 };
  expect(changedPagesOf(plan).size).toBe(0);
});

it("shows as many pages as a line has room for", () => {
  expect(printPages(["a.md", "b.md"])).toBe(" (a.md, b.md)");
  expect(printPages(["a.md", "b.md", "c.md", "d.md", "e.md"])).toBe(" (a.md, b.md, c.md and 2 more)");
  expect(printPages()).toBe("");
});
