import { expect, it } from "vitest";
import { readPermissions } from "../../generator/page/permissions/permissions.ts";
import { sectionOf } from "../support/markdown.ts";

const labels: readonly [label: string, scheme: string | null][] = [
  ["Delegated (work or school account)", "delegatedWork"],
  ["Delegated (personal Microsoft account)", "delegatedPersonal"],
  ["Application", "application"],
  ["Delegated permission (work or school account)", "delegatedWork"],
  ["Application permission", "application"],
  ["App-only", "application"],
  ["oauth2permissiongrant", null],
  ["", null],
];

it.each(labels)("takes the row '%s' for its scheme", (label, scheme) => {
  const table = `|Permission type|Permissions|\n|:---|:---|\n|${label}|User.Read|`;
  const [[permission]] = readPermissions([sectionOf(table, "Permissions")]);
  expect(permission?.scheme ?? null).toBe(scheme);
});

function readCell(cell: string, title = "Permissions (from least to most privileged)") {
  const section = sectionOf(`|Permission type|${title}|\n|:---|:---|\n|Application|${cell}|`, "Permissions");
  const [[permission], diagnostics] = readPermissions([section]);
  return { permission, codes: diagnostics.map(({ code }) => code) };
}

const cells: readonly [cell: string, scopes: string, least: string][] = [
  ["User.Read", "User.Read", "User.Read"],
  ["User.Read, User.Read.All, User.ReadWrite.All", "User.Read User.Read.All User.ReadWrite.All", "User.Read"],
  ["User.Read,User.Read.All", "User.Read User.Read.All", "User.Read"],
  ["User.Read User.Read.All", "User.Read User.Read.All", "User.Read"],
  ["User.Read, , User.Read.All,", "User.Read User.Read.All", "User.Read"],
  ["User.Read, User.Read.All.", "User.Read User.Read.All", "User.Read"],
  ["User.Read, User.Read", "User.Read", "User.Read"],
  ["User.Read or Group.Read.All", "User.Read Group.Read.All", "User.Read"],
  [
    "Policy.Read.All and Application.ReadWrite.All",
    "Policy.Read.All Application.ReadWrite.All",
    "Policy.Read.All Application.ReadWrite.All",
  ],
  ["A.Read and B.Read, C.ReadWrite.All and B.Read", "A.Read B.Read C.ReadWrite.All", "A.Read B.Read"],
  ["A.Read plus B.Read", "A.Read B.Read", "A.Read B.Read"],
  ["A.Read, B.Read, and C.Read", "A.Read B.Read C.Read", "A.Read"],
  ["TeamsTab.Delete.Group*, Group.ReadWrite.All", "TeamsTab.Delete.Group Group.ReadWrite.All", "TeamsTab.Delete.Group"],
  ["**User.Read**", "User.Read", "User.Read"],
  ["`User.Read`", "User.Read", "User.Read"],
  ["IdentityRiskyUser.Read.All</br>", "IdentityRiskyUser.Read.All", "IdentityRiskyUser.Read.All"],
  ["openid, profile, email, offline_access", "openid profile email offline_access", "openid"],
  ["SecurityEvents.Read.All, Agreement-X.Read", "SecurityEvents.Read.All Agreement-X.Read", "SecurityEvents.Read.All"],
];

it.each(cells)("reads the scopes of '%s'", (cell, scopes, least) => {
  const { permission, codes } = readCell(cell);
  expect(permission?.scopes.join(" ")).toBe(scopes);
  expect(permission?.leastPrivileged.join(" ")).toBe(least);
  expect(permission?.supported).toBe(true);
  expect(codes).toEqual([]);
});

const none = [
  "Not supported.",
  "Not supported",
  "Not Supported.",
  "Not applicable",
  "None.",
  "None",
  "n/a",
  "N/A",
  "-",
];

it.each([...none, "*Not supported.*", "Not available."])("takes '%s' for no permission", (cell) => {
  const { permission, codes } = readCell(cell);
  expect(permission).toMatchObject({ scopes: [], leastPrivileged: [], supported: false });
  expect(codes).toEqual([]);
});

it.each(["**TODO: Determine scopes **", "TBD", "See [the list](list.md).", "user.read"])("reports '%s'", (cell) => {
  const { permission, codes } = readCell(cell);
  expect(permission).toMatchObject({ scopes: [], supported: true });
  expect(codes).toEqual(["permission-placeholder"]);
});

it("turns a list that begins with the most privileged", () => {
  const { permission } = readCell(
    "C.ReadWrite.All, B.Read.All, A.Read",
    "Permissions (from **most to least** privileged)",
  );
  expect(permission).toMatchObject({
    scopes: ["A.Read", "B.Read.All", "C.ReadWrite.All"],
    leastPrivileged: ["A.Read"],
  });
});
