import { expect, it } from "vitest";
import type { SurfaceItem } from "../../generator/emit/model.ts";
import { packageSurface } from "../../generator/emit/emit.ts";
import { parseRecord, printRecord } from "../../generator/emit/package/record.ts";
import { readDoors } from "../diff/edits.ts";

const call: SurfaceItem = {
  kind: "call",
  id: "api/user-get.md GET /users/{id | name}",
  page: "api/user-get.md",
  module: "user",
  name: "getUser",
  names: ["GetUserOptions", "getUserPermissions", "Other"],
  members: ["path/userId: string", "query?: GetQuery<User>"],
  result: "User",
};
const item: SurfaceItem = {
  kind: "enum",
  id: "microsoft.graph.floor",
  page: "resources/floor.md",
  module: "enums/floor",
  name: "Floor",
  names: [],
  members: ["Ground=ground", "_2nd=2nd", "up=up"],
  open: true,
};

it("prints a line for each item, in the order of what it documents", () => {
  expect(printRecord([item, call]).text).toBe(
    [
      '{"formatVersion":1}',
      '{"kind":"call","id":"GET /users/{id | name}","page":"api/user-get.md","module":"user","name":"getUser","result":"User","names":["^Options","*Permissions","Other"],"members":["path/userId: string","query?: GetQuery<User>"]}',
      '{"kind":"enum","id":"microsoft.graph.floor","page":"resources/floor.md","module":"enums/floor","name":"Floor","open":true,"members":["ground","_2nd=2nd","up=up"]}',
      "",
    ].join("\n"),
  );
});

it("reads what it prints, in any style of enums", async () => {
  const api = await readDoors();
  const model = { ...api, formatVersion: 2 as const, diagnostics: [] };
  const items = [...packageSurface(model, {}), call, item];
  const { text } = printRecord(items);
  const read = parseRecord(text.replaceAll("\n", "\r\n")) ?? [];
  expect(read.toSorted((a, b) => (a.id < b.id ? -1 : 1))).toEqual(items.toSorted((a, b) => (a.id < b.id ? -1 : 1)));
  expect(printRecord(packageSurface(model, { enumStyle: "union" })).text).toBe(
    printRecord(packageSurface(model, {})).text,
  );
});

it.each(["", "{}", "no JSON", '{"formatVersion":2}', '{"formatVersion":1}\n{"kind":"call"}', '{"formatVersion":1}\n{'])(
  "does not read %j",
  (text) => {
    expect(parseRecord(text)).toBeNull();
  },
);
