import { expect, it } from "vitest";
import type { PermissionModel } from "../../generator/api/model.ts";
import { permissionTable } from "../../generator/emit/requests/permission.ts";
import { buildOperation } from "../support/model.ts";

const source = { file: "api/kite-get.md", line: 9, column: 1 };
const unknown: PermissionModel = {
  ...{ scheme: "application", scopes: [], leastPrivileged: [], supported: null, resource: null },
  source,
};

function tableOf(permissions: readonly PermissionModel[]): readonly string[] {
  return permissionTable(buildOperation("getKite", { permissions })).join("\n").split("\n").slice(2);
}

it("says whether permissions are unknown, not supported or not required", () => {
  const permissions: readonly PermissionModel[] = [
    { ...unknown, scheme: "delegatedWork", supported: true },
    { ...unknown, scheme: "delegatedPersonal", supported: false },
    unknown,
  ];
  expect(tableOf(permissions)).toEqual([
    "| Delegated (work or school account) | No permission is required. |",
    "| Delegated (personal Microsoft account) | Not supported. |",
    "| Application | Unknown: the page does not state it. |",
  ]);
});

it("has a row for each resource", () => {
  const permissions: readonly PermissionModel[] = [
    { ...unknown, scopes: ["Kite.Read.All"], supported: true, resource: "kite" },
    { ...unknown, supported: false, resource: "wind" },
  ];
  expect(tableOf(permissions)).toEqual([
    "| Application | kite | Kite.Read.All |",
    "| Application | wind | Not supported. |",
  ]);
});
