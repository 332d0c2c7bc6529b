import { expect, it } from "vitest";
import { claimName, pascalIdentifier, toIdentifier } from "../../generator/emit/plan/identifiers.ts";
import {
  areaName,
  importSpecifier,
  modulePath,
  planModules,
  resourceModule,
} from "../../generator/emit/plan/modules.ts";

const words: readonly (readonly [given: string, want: string])[] = [
  ["notContacted", "NotContacted"],
  ["holoLensProfile", "HoloLensProfile"],
  ["iOS-device", "IOSDevice"],
  ["win 10.x", "Win10X"],
  ["10percent", "_10percent"],
  ["--", "_"],
  ["", "_"],
];

it.each(words)("turns %j into an identifier", (given, want) => {
  expect(pascalIdentifier(given)).toBe(want);
});

const identifiers: readonly (readonly [given: string, want: string])[] = [
  ["Device", "Device"],
  ["string", "string_"],
  ["delete", "delete_"],
  ["globalThis", "globalThis_"],
  ["a-b", "a_b"],
  ["x } evil {", "x_evil_"],
  ["1st", "_1st"],
];

it.each(identifiers)("turns %j into a safe name", (given, want) => {
  expect(toIdentifier(given)).toBe(want);
});

it("claims the first free name, or extends the last one", () => {
  const taken = new Set(["User", "UserResource"]);
  expect(claimName(taken, ["User", "UserType"])).toBe("UserType");
  expect(claimName(taken, ["User", "UserResource"])).toBe("UserResource_");
  expect(taken.size).toBe(4);
});

const modules: readonly (readonly [given: string, want: string])[] = [
  ["windowsAutopilotDeviceIdentity", "windowsAutopilotDeviceIdentity"],
  ["callRecords/session", "callRecords/session"],
  ["enums", "enums_resource"],
  ["Enums/device", "Enums_resource/device"],
  ["index", "index_resource"],
  ["../../etc/passwd", "_/_/etc/passwd"],
  ["a//b", "a/_resource/b"],
  ["con", "con_resource"],
  ["a b\\c", "a_b_c"],
];

it.each(modules)("places the module %j inside the package", (given, want) => {
  expect(resourceModule(given)).toBe(want);
});

it("shortens a module to a path that file systems allow", () => {
  const given = ["a".repeat(253), `${"a".repeat(253)}b`, `${"a/".repeat(3000)}b`];
  const want = given.map(resourceModule);
  expect(want.filter((path) => path.length > 200 || path.includes("/"))).toEqual([]);
  expect(new Set(want).size).toBe(given.length);
});

it("spells modules that differ only in case like the first of them", () => {
  const paths = planModules(["deletedItems", "deleteditems", "a/b"]);
  expect(modulePath("deleteditems", paths)).toBe("deletedItems");
  expect(modulePath("a/b", paths)).toBe("a/b");
});

const specifiers: readonly (readonly [from: string, to: string, want: string])[] = [
  ["device", "entity", "./entity.js"],
  ["device", "enums/state", "./enums/state.js"],
  ["unions/entity", "device", "../device.js"],
  ["unions/callRecords/a", "unions/b", "../b.js"],
  ["callRecords/a", "callRecords/b", "./b.js"],
  ["a/b", "b", "../b.js"],
];

it.each(specifiers)("imports into %s from %s", (from, to, want) => {
  expect(importSpecifier(from, to)).toBe(want);
});

const areas: readonly (readonly [given: string, want: string | null])[] = [
  ["/deviceManagement/devices/{id}", "deviceManagement"],
  ["/reports", "reports"],
  ["/getByPath(path='x')", "getByPath"],
  ["/{id}/members", null],
  ["/../x", null],
];

it.each(areas)("reads the area of %s", (given, want) => {
  expect(areaName(given)).toBe(want);
});
