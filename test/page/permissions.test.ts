import { expect, it } from "vitest";
import { readPermissions } from "../../generator/page/permissions/permissions.ts";
import { sectionOf } from "../support/markdown.ts";
import { showPermissions } from "../support/permissions.ts";

const labels: readonly [label: string, schemes: string][] = [
  ["Delegated (work or school account)", "delegatedWork"],
  ["Delegated (work or school account", "delegatedWork"],
  ["**Delegated** (personal Microsoft account)", "delegatedPersonal"],
  ["Application", "application"],
  ["Delegated permission (work or school account)", "delegatedWork"],
  ["Delegated (work or school account, or personal Microsoft account)", "delegatedWork delegatedPersonal"],
  ["Delegated and application", "delegatedWork application"],
  ["Application permission", "application"],
  ["App-only", "application"],
  ["Application (own files)", "application"],
  ["Personal Microsoft account", "delegatedPersonal"],
  ["Application administrator", ""],
  ["Delegated admin", ""],
  ["Apps", ""],
  ["lock", ""],
  ["", ""],
];

it.each(labels)("takes the row '%s' for its permission types", (label, schemes) => {
  const { permissions } = showPermissions(`|Permission type|Permissions|\n|:---|:---|\n|${label}|User.Read|`);
  const stated = permissions.filter((text) => !text.endsWith("null")).map((text) => text.split(":")[0]);
  expect(stated.join(" ")).toBe(schemes);
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
  ["User.Read/User.Read.All / User.ReadWrite.All", "User.Read User.Read.All User.ReadWrite.All", "User.Read"],
  ["User.Read or Group.Read.All", "User.Read Group.Read.All", "User.Read"],
  ["Either User.Read or Group.Read.All", "User.Read Group.Read.All", "User.Read"],
  [
    "Policy.Read.All and Application.ReadWrite.All",
    "Policy.Read.All Application.ReadWrite.All",
    "Policy.Read.All Application.ReadWrite.All",
  ],
  ["A.Read and B.Read, C.ReadWrite.All and B.Read", "A.Read B.Read C.ReadWrite.All", "A.Read B.Read"],
  ["A.Read plus B.Read", "A.Read B.Read", "A.Read B.Read"],
  ["A.Read (also needs B.Read), C.Read", "A.Read B.Read C.Read", "A.Read B.Read"],
  ["A.Read, B.Read, and C.Read", "A.Read B.Read C.Read", "A.Read"],
  ["**User.Read**", "User.Read", "User.Read"],
  ["`User.Read`", "User.Read", "User.Read"],
  ["IdentityRiskyUser.Read.All</br>", "IdentityRiskyUser.Read.All", "IdentityRiskyUser.Read.All"],
  ["<ul><li>Door.Read</li></ul>Door.Read.All", "Door.Read Door.Read.All", "Door.Read"],
  ["openid, profile, email, offline_access", "openid profile email offline_access", "openid"],
  ["SecurityEvents.Read.All, Agreement-X.Read", "SecurityEvents.Read.All Agreement-X.Read", "SecurityEvents.Read.All"],
  ["lease.Read.All, lease.ReadWrite", "lease.Read.All lease.ReadWrite", "lease.Read.All"],
  // Footnote marks are no part of a name.
  ["Door.Read.Group*, Door.ReadWrite.All", "Door.Read.Group Door.ReadWrite.All", "Door.Read.Group"],
  ["Door.Read.All¹, Door.ReadWrite.All²", "Door.Read.All Door.ReadWrite.All", "Door.Read.All"],
  ["Door.Read.All[^1] and Lock.Read[^note]", "Door.Read.All Lock.Read", "Door.Read.All Lock.Read"],
  ["Door.Read.All<sup>a</sup>, Door.ReadWrite.All <sup>2,3</sup>", "Door.Read.All Door.ReadWrite.All", "Door.Read.All"],
  ["Door.Read.All (1), Door.ReadWrite.All†", "Door.Read.All Door.ReadWrite.All", "Door.Read.All"],
];

it.each(cells)("reads the scopes of '%s'", (cell, scopes, least) => {
  const { permission, codes } = readCell(cell);
  expect(permission?.scopes.join(" ")).toBe(scopes);
  expect(permission?.leastPrivileged.join(" ")).toBe(least);
  expect(permission?.supported).toBe(true);
  expect(codes).toEqual([]);
});

const A = "Door.Read.All";
const B = "Lock.Read.All";
const C = "Key.Read.All";

/** Sets of scopes of which one is sufficient; the sets are the same in each text. */
const sets: readonly [cell: string, sets: readonly (readonly string[])[], least: readonly string[]][] = [
  [`${A} and ${B}`, [[A, B]], [A, B]],
  [`${A} and ${B}, ${C}`, [[A, B], [C]], [A, B]],
  [
    `${A} and ${C}, ${B} and ${C}`,
    [
      [A, C],
      [B, C],
    ],
    [A, C],
  ],
  [
    `${A} and ${B}<br>${A} and ${C}`,
    [
      [A, B],
      [A, C],
    ],
    [A, B],
  ],
  [`${A} or ${B} and ${C}`, [[A], [B, C]], [A]],
  [`${A}, ${B} plus ${C} or ${C}`, [[A], [B, C], [C]], [A]],
  [
    `One from ${A}, ${B} plus ${C}`,
    [
      [A, C],
      [B, C],
    ],
    [A, C],
  ],
  [
    `One of ${A} or ${B} together with either ${C} or Bell.Ring`,
    [
      [A, C],
      [A, "Bell.Ring"],
      [B, C],
      [B, "Bell.Ring"],
    ],
    [A, C],
  ],
];

it.each(sets)("reads what '%s' requires together", (cell, alternatives, leastPrivileged) => {
  const { permission, codes } = readCell(cell);
  expect(permission).toMatchObject({ alternatives, leastPrivileged, supported: true });
  expect(codes).toEqual([]);
});

it.each([`${A}, ${B}, and ${C}`, `${A}, ${B}`, `${A} or ${B}`, `One of ${A}, ${B}`])(
  "reads '%s' as single scopes",
  (cell) => {
    const { permission, codes } = readCell(cell);
    expect(permission).not.toHaveProperty("alternatives");
    expect(permission?.leastPrivileged).toEqual([A]);
    expect(codes).toEqual([]);
  },
);

it.each([`${A}, ${B} and ${C}`, `${A}, ${B} plus ${C}`])("reports that '%s' has two readings", (cell) => {
  const { permission, codes } = readCell(cell);
  expect(permission).not.toHaveProperty("alternatives");
  expect(permission).toMatchObject({ scopes: [A, B, C], leastPrivileged: [], supported: true });
  expect(codes).toEqual(["permission-sets-unclear"]);
});

it("joins the sets of several rows", () => {
  const rows = [`|Application|${A} and ${B}|`, `|Application|${C}|`];
  const [facts] = readPermissions([
    sectionOf(["|Permission type|Permissions|", "|:---|:---|", ...rows].join("\n"), "Permissions"),
  ]);
  expect(facts[0]).toMatchObject({ alternatives: [[A, B], [C]], leastPrivileged: [A, B] });
});

const unsupported = [
  ...["Not supported.", "Not supported", "Not Supported.", "Not applicable", "n/a", "N/A", "*Not supported.*"],
  ...["Not available.", "Currently not supported.", "No", "Not supported. Note: writing is not supported either."],
];

it.each(unsupported)("takes '%s' for a permission type that is not supported", (cell) => {
  const { permission, codes } = readCell(cell);
  expect(permission).toMatchObject({ scopes: [], leastPrivileged: [], supported: false });
  expect(codes).toEqual([]);
});

const unclear = [
  ...["", "None.", "-", "Varies", "Not supported unless the door is open.", "No application permissions yet."],
  ...["**TODO: Determine scopes **", "TBD", "See [the list](list.md).", "See also: the list"],
];

it.each(unclear)("takes '%s' for unknown", (cell) => {
  const { permission, codes } = readCell(cell);
  expect(permission).toMatchObject({ scopes: [], leastPrivileged: [], supported: null, resource: null });
  expect(codes).toEqual(["permission-placeholder"]);
});

it.each(["No permission is required.", "Not required"])("takes '%s' for supported", (cell) => {
  expect(readCell(cell).permission).toMatchObject({ scopes: [], supported: true });
});

it("takes 'None' for supported if the section states that no permission is required", () => {
  const table = "|Permission type|Permissions|\n|:---|:---|\n|Application|None.|\n|Delegated|Not supported.|";
  expect(showPermissions(`No permissions are needed to ring the bell.\n\n${table}`).permissions).toEqual([
    "application:  ()",
    "delegatedWork: false",
    "delegatedPersonal: null",
  ]);
});

const unreadable: readonly [cell: string, text: string, scopes: string][] = [
  ["Door. Read.All", "Door. Read.All", ""],
  ["Door .Read.All", "Door .Read.All", ""],
  ["Door . Read.All", "Door . Read.All", ""],
  ["door.read", "door.read", ""],
  ["Door..Read", "Door..Read", ""],
  ["Door.Read:All", "Door.Read:All", ""],
  ["Door.*", "Door.*", ""],
  ["{thing}.Read.All", "{thing}.Read.All", ""],
  ["DoorRead", "DoorRead", ""],
  ["Door.Read All", "Door.Read All", ""],
  ["Door.Read.All, Lock", "Lock", "Door.Read.All"],
  ["Door.Read.All, Lock ReadWrite.All", "Lock ReadWrite.All", "Door.Read.All ReadWrite.All"],
];

it.each(unreadable)("reports that '%s' is lost", (cell, text, scopes) => {
  const table = `|Permission type|Permissions|\n|:---|:---|\n|Application|${cell}|`;
  const { permissions, problems } = showPermissions(table);
  expect(problems).toEqual([`error permission-unreadable ${text}`]);
  expect(permissions[0]).toMatch(scopes === "" ? "application: null" : `application: ${scopes} (`);
});

it("turns a list that begins with the most privileged", () => {
  const { permission } = readCell(
    "C.ReadWrite.All and D.Read, B.Read.All, A.Read and D.Read",
    "Permissions (from **most to least** privileged)",
  );
  expect(permission).toMatchObject({
    scopes: ["A.Read", "D.Read", "B.Read.All", "C.ReadWrite.All"],
    leastPrivileged: ["A.Read", "D.Read"],
  });
});
