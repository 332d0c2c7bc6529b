import { expect, it } from "vitest";
import { checkGranted } from "../../generator/scopes/granted.ts";
import type { CallRoute, Permissions, Use } from "../../generator/scopes/model.ts";
import { readGranted } from "../../generator/scopes/read-granted.ts";
import { checkText } from "../../generator/scopes/report.ts";
import { requiredByProgram } from "../../generator/scopes/required.ts";

const NO_ROUTE: CallRoute = { keys: [], name: null };

/** A function with scopes for `application`; personal accounts are not supported, and nothing else is known. */
function permissionsOf(
  operation: string,
  application: readonly string[],
  more: Partial<Permissions> = {},
): Permissions {
  const supported = { delegatedWork: null, delegatedPersonal: false, application: application.length > 0 || null };
  const scopes = { delegatedWork: [], delegatedPersonal: [], application };
  return { operation, page: `api/${operation}.md`, ...scopes, supported, ...more };
}

function useOf(permissions: Permissions, line = 1, route = NO_ROUTE): Use {
  return { permissions, route, place: { file: "main.ts", line, column: 1 } };
}

const listDoors = permissionsOf("listDoors", ["Door.Read", "Door.Write"]);
const paintDoor = permissionsOf("paintDoor", ["Door.Write"]);
const openDoor = permissionsOf("openDoor", ["Door.Open", "Key.Use", "Door.Write"], {
  together: { application: [["Door.Open", "Key.Use"], ["Door.Write"]] },
});
const countDoors = permissionsOf("countDoors", []);
const mixDoors = permissionsOf("mixDoors", ["A", "B", "C"], { unclear: ["application"] });

const cases: readonly [
  name: string,
  {
    readonly uses: readonly Permissions[];
    readonly granted: string;
    readonly missing?: string;
    readonly excessive?: string;
  },
][] = [
  ["exactly what is needed", { uses: [listDoors], granted: "Door.Read" }],
  ["nothing for a call", { uses: [listDoors], granted: "", missing: "Door.Read" }],
  ["a higher scope in place of the needed one", { uses: [listDoors], granted: "Door.Write", excessive: "Door.Write" }],
  ["a scope that no call needs", { uses: [listDoors], granted: "Door.Read Mail.Read", excessive: "Mail.Read" }],
  ["a higher scope that another call needs anyway", { uses: [listDoors, paintDoor], granted: "Door.Write" }],
  [
    "both, of which one is not needed",
    { uses: [listDoors, paintDoor], granted: "Door.Read Door.Write", excessive: "Door.Read" },
  ],
  ["scopes of a sign-in", { uses: [listDoors], granted: "Door.Read openid profile offline_access" }],
  ["both scopes that are required together", { uses: [openDoor], granted: "Door.Open Key.Use" }],
  ["one of two that are required together", { uses: [openDoor], granted: "Door.Open", missing: "Key.Use" }],
  [
    "an unknown function, and a scope that it may need",
    { uses: [listDoors, countDoors], granted: "Door.Read Mail.Read" },
  ],
  ["a list with two readings, and a scope of it", { uses: [mixDoors], granted: "B" }],
];

it.each(cases)("checks an application that has %s", (_, { uses, granted, missing = "", excessive = "" }) => {
  const scopes = granted === "" ? [] : granted.split(" ");
  const program = { uses: uses.map((item, index) => useOf(item, index + 1)), unclear: [] };
  const report = checkGranted(program, { scheme: "application", scopes });
  expect(report.missing.map(({ scope }) => scope).join(" ")).toBe(missing);
  expect(report.excessive.map(({ scope }) => scope).join(" ")).toBe(excessive);
});

it("prints what is missing, excessive and unknown with the calls", () => {
  const uses = [useOf(listDoors, 1), useOf(listDoors, 7), useOf(countDoors, 3), useOf(openDoor, 4)];
  const granted = { scheme: "application", scopes: ["Door.Write", "Mail.Read"] } as const;
  expect(checkText(checkGranted({ uses, unclear: [] }, granted)))
    .toBe(`application (application): 0 missing scopes, 1 excessive
  excessive  Door.Write: Door.Open, Door.Read, Key.Use is sufficient
    openDoor main.ts:4:1
    listDoors main.ts:1:1 and 1 more place
  unknown    Mail.Read: no call needs it, except perhaps those whose page does not tell
  unknown    countDoors: see api/countDoors.md
    countDoors main.ts:3:1
`);
});

const byCase = permissionsOf("listMessages", [], {
  routes: [
    { path: "/chats/{chatId}/messages" },
    { path: "/teams/{teamId}/messages" },
    { path: "/me/messages", name: "me" },
  ],
  byResource: [
    { resource: "chats", routes: ["/chats/{chatId}/messages"] },
    { resource: "teams", routes: ["/teams/{teamId}/messages"] },
    { resource: "mailboxes", routes: ["me"] },
  ].map((item) => {
    const { supported, ...scopes } = permissionsOf("", [`${item.resource}.Read`]);
    return { ...item, supported, scopes };
  }),
});

const routes: readonly [call: string, route: CallRoute, want: string][] = [
  ["the path values of one case", { keys: ["chatId"], name: null }, "chats.Read"],
  ["the path values of another case", { keys: ["teamId"], name: null }, "teams.Read"],
  ["no path values", { keys: [], name: null }, "mailboxes.Read"],
  ["a route by name", { keys: [], name: "me" }, "mailboxes.Read"],
  ["path values that the source does not show", { keys: null, name: null }, "chats.Read mailboxes.Read teams.Read"],
  ["path values of no route", { keys: ["doorId"], name: null }, "chats.Read mailboxes.Read teams.Read"],
];

it.each(routes)("uses the scopes of the case that a call has: %s", (_, route, want) => {
  const { scopes } = requiredByProgram([useOf(byCase, 1, route)], "application");
  expect(scopes.map(({ scope }) => scope).join(" ")).toBe(want);
});

const manifest = {
  requiredResourceAccess: [
    { resourceAppId: "1", resourceAccess: [{ id: "2", type: "Scope", value: "Door.Read" }] },
    { resourceAppId: "1", resourceAccess: [{ id: null, type: "Role", value: "Door.Write" }] },
  ],
};

const files: readonly [name: string, text: string, key: string | null, scheme: "application" | null, want: string][] = [
  [
    "a text with comments",
    "Door.Read # to look\nDoor.Write",
    null,
    "application",
    "application: Door.Read, Door.Write",
  ],
  [
    "a list in JSON",
    '["Door.Read", "https://host.example/Door.Write"]',
    null,
    "application",
    "application: Door.Read, Door.Write",
  ],
  [
    "a list without a permission type",
    '["Door.Read"]',
    null,
    null,
    "Unexpected list without a permission type, expected --scheme with it",
  ],
  ["a key of a file", '{ "app": { "scopes": "Door.Read" } }', "app.scopes", "application", "application: Door.Read"],
  ["a key that is absent", "{}", "app", null, "Unexpected key app, expected one that the file has"],
  [
    "lists by permission type",
    '{ "delegatedWork": ["A"], "application": "B C" }',
    null,
    null,
    "delegatedWork: A; application: B, C",
  ],
  ["a manifest", JSON.stringify(manifest), null, null, "delegatedWork: Door.Read; application: Door.Write"],
  ["one permission type of a manifest", JSON.stringify(manifest), null, "application", "application: Door.Write"],
  [
    "a manifest with ids only",
    JSON.stringify(manifest).replaceAll(',"value":"Door.Read"', ""),
    null,
    null,
    'Unexpected id 2 without a name, expected "value" with the name of the scope beside each id',
  ],
  [
    "another object",
    '{ "scopes": 1 }',
    null,
    null,
    "Unexpected value, expected requiredResourceAccess, a list of scopes",
  ],
  ["no JSON", "{ scopes", null, null, "Expected property name"],
];

it.each(files)("reads the scopes of an application: %s", (_, text, key, scheme, want) => {
  expect(read(text, key, scheme)).toContain(want);
});

function read(text: string, key: string | null, scheme: "application" | null): string {
  try {
    return readGranted(text, key, scheme)
      .map((item) => `${item.scheme}: ${item.scopes.join(", ")}`)
      .join("; ");
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
