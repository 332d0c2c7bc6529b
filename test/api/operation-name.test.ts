import { expect, it } from "vitest";
import type { OperationKind } from "../../generator/api/model.ts";
import { nameOperation } from "../../generator/api/operation-name.ts";
import { pageTask } from "../../generator/page-task.ts";
import type { OperationFacts } from "../../generator/page/model.ts";

/** Facts of a page that says nothing but its request and what it is about. */
function factsOf(stem: string, request: string, about = ""): OperationFacts {
  const text = `# Title\n\n${about}\n\n## HTTP request\n\n\`\`\`http\n${request}\n\`\`\`\n`;
  const [page] = pageTask({ path: `api/${stem}.md`, text, problem: null, includes: {} });
  const operation = page?.operation ?? null;
  if (operation === null) throw new Error(`expected a request: ${request}`);
  return operation;
}

const GRAPH = "microsoft.graph";

interface Case {
  readonly page: string;
  readonly request: string;
  readonly kind: OperationKind;
  readonly about?: string;
  readonly name: string;
  readonly resource?: string;
}

const cases: readonly Case[] = [
  // The verb of the file name, the resource before it, the rest behind it.
  { page: "user-get", request: "GET /users/{id}", kind: "get", name: "getUser", resource: "user" },
  { page: "user-list", request: "GET /users", kind: "list", name: "listUsers", resource: "user" },
  { page: "user-post-users", request: "POST /users", kind: "create", name: "createUser" },
  { page: "user-create", request: "POST /users", kind: "create", name: "createUser" },
  { page: "user-update", request: "PATCH /users/{id}", kind: "update", name: "updateUser" },
  { page: "user-delete", request: "DELETE /users/{id}", kind: "delete", name: "deleteUser" },
  { page: "user-list-messages", request: "GET /users/{id}/messages", kind: "list", name: "listUserMessages" },
  { page: "user-post-messages", request: "POST /users/{id}/messages", kind: "create", name: "createUserMessage" },
  { page: "user-get-manager", request: "GET /users/{id}/manager", kind: "get", name: "getUserManager" },
  // References.
  {
    page: "group-post-members",
    request: "POST /groups/{id}/members/$ref",
    kind: "addReference",
    name: "addGroupMember",
  },
  {
    page: "group-delete-members",
    request: "DELETE /groups/{id}/members/{id}/$ref",
    kind: "removeReference",
    name: "removeGroupMember",
  },
  { page: "user-put-manager", request: "PUT /users/{id}/manager/$ref", kind: "setReference", name: "setUserManager" },
  // Casing: from the page's link, from its URL, put together from its words.
  {
    page: "administrativeunit-list-members",
    request: "GET /administrativeUnits/{id}/members",
    kind: "list",
    about: "Of an [administrativeUnit](../resources/administrativeunit.md).",
    name: "listAdministrativeUnitMembers",
    resource: "administrativeUnit",
  },
  {
    page: "windowsautopilotdeviceidentity-update",
    request: "PATCH /deviceManagement/windowsAutopilotDeviceIdentities/{id}",
    kind: "update",
    name: "updateWindowsAutopilotDeviceIdentity",
    resource: "windowsAutopilotDeviceIdentity",
  },
  {
    page: "outlookuser-supportedlanguages",
    request: "GET /me/outlook/supportedLanguages",
    kind: "function",
    about: "Languages of an outlook user.",
    name: "getOutlookUserSupportedLanguages",
    resource: "outlookUser",
  },
  // What stands before the resource: its owner, or an area, which counts at the service's root only.
  { page: "transport-seat-list", request: "GET /seats/{id}/seats", kind: "list", name: "listTransportSeats" },
  {
    page: "intune-devices-manageddevice-get",
    request: "GET /deviceManagement/managedDevices/{managedDeviceId}",
    kind: "get",
    name: "getManagedDevice",
    resource: "managedDevice",
  },
  {
    page: "intune-apps-devicemanagement-get",
    request: "GET /deviceManagement",
    kind: "get",
    name: "getAppsDeviceManagement",
  },
  // Actions and functions.
  {
    page: "intune-devices-manageddevice-wipe",
    request: "POST /deviceManagement/managedDevices/{id}/wipe",
    kind: "action",
    name: "wipeManagedDevice",
  },
  {
    page: "intune-devices-manageddevice-rotatebitlockerkeys",
    request: "POST /deviceManagement/managedDevices/{id}/rotateBitLockerKeys",
    kind: "action",
    name: "rotateManagedDeviceBitLockerKeys",
  },
  { page: "user-delta", request: "GET /users/delta", kind: "delta", name: "getUserDelta" },
  { page: "user-findrooms", request: "GET /users/{id}/findRooms", kind: "function", name: "findUserRooms" },
  {
    page: "reportroot-getmailactivity",
    request: "GET /reports/getMailActivity(period='{period}')",
    kind: "function",
    about: "Of the reportRoot.",
    name: "getReportRootMailActivity",
  },
];

it.each(cases)("names $page $name", ({ page, request, kind, about, name, resource }) => {
  const named = nameOperation(factsOf(page, request, about), kind, GRAPH);
  expect(named.name).toBe(name);
  if (resource !== undefined) expect(named.resource).toBe(resource);
});

it("leaves out a prefix that repeats the namespace", () => {
  const facts = factsOf("callrecords-session-list", "GET /communications/callRecords/{id}/sessions");
  expect(nameOperation(facts, "list", "microsoft.graph.callRecords").name).toBe("listSessions");
  expect(nameOperation(facts, "list", GRAPH).name).toBe("listCallRecordsSessions");
});

it("names the part of a whole that has pages of its own after both", () => {
  const about = "Send a [chatMessage](../resources/chatmessage.md).";
  const named = nameOperation(factsOf("chat-post-messages", "POST /chats/{id}/messages", about), "create", GRAPH);
  expect(named).toMatchObject({ name: "createMessageOfChat", qualified: "createChatMessage" });
});

it("keeps a longer name for the case that another page has the shorter one", () => {
  const facts = factsOf("intune-devices-manageddevice-get", "GET /deviceManagement/managedDevices/{managedDeviceId}");
  expect(nameOperation(facts, "get", GRAPH)).toMatchObject({
    name: "getManagedDevice",
    qualified: "getIntuneDevicesManagedDevice",
  });
});
