import { expect, it } from "vitest";
import { pageTask } from "../../generator/read/page-task.ts";
import type { OperationName } from "../../generator/page/model.ts";

/** Names of the operation of a page that says nothing but its request and what it is about. */
function namesOf(stem: string, request: string, about = ""): OperationName {
  const text = `# Title\n\n${about}\n\n## HTTP request\n\n\`\`\`http\n${request}\n\`\`\`\n`;
  const [page] = pageTask({ path: `api/${stem}.md`, text, problem: null, includes: {} });
  const operation = page?.operation ?? null;
  if (operation === null) throw new Error(`expected a request: ${request}`);
  return operation.naming;
}

interface Case {
  readonly page: string;
  readonly request: string;
  readonly about?: string;
  readonly name: string;
  readonly resource?: string;
}

const cases: readonly Case[] = [
  // The verb of the file name, the resource before it, the rest behind it.
  { page: "user-get", request: "GET /users/{id}", name: "getUser", resource: "user" },
  { page: "user-list", request: "GET /users", name: "listUsers", resource: "user" },
  { page: "user-post-users", request: "POST /users", name: "createUser" },
  { page: "user-create", request: "POST /users", name: "createUser" },
  { page: "user-update", request: "PATCH /users/{id}", name: "updateUser" },
  { page: "user-delete", request: "DELETE /users/{id}", name: "deleteUser" },
  { page: "user-list-messages", request: "GET /users/{id}/messages", name: "listUserMessages" },
  { page: "user-post-messages", request: "POST /users/{id}/messages", name: "createUserMessage" },
  { page: "user-get-manager", request: "GET /users/{id}/manager", name: "getUserManager" },
  // References.
  {
    page: "group-post-members",
    request: "POST /groups/{id}/members/$ref",
    name: "addGroupMember",
  },
  {
    page: "group-delete-members",
    request: "DELETE /groups/{id}/members/{id}/$ref",
    name: "removeGroupMember",
  },
  { page: "user-put-manager", request: "PUT /users/{id}/manager/$ref", name: "setUserManager" },
  // Casing: from the page's link, from its URL, put together from its words.
  {
    page: "administrativeunit-list-members",
    request: "GET /administrativeUnits/{id}/members",
    about: "Of an [administrativeUnit](../resources/administrativeunit.md).",
    name: "listAdministrativeUnitMembers",
    resource: "administrativeUnit",
  },
  {
    page: "windowsautopilotdeviceidentity-update",
    request: "PATCH /deviceManagement/windowsAutopilotDeviceIdentities/{id}",
    name: "updateWindowsAutopilotDeviceIdentity",
    resource: "windowsAutopilotDeviceIdentity",
  },
  {
    page: "outlookuser-supportedlanguages",
    request: "GET /me/outlook/supportedLanguages",
    about: "Languages of an outlook user.",
    name: "getOutlookUserSupportedLanguages",
    resource: "outlookUser",
  },
  // What stands before the resource: its owner, or an area, which counts at the service's root only.
  { page: "transport-seat-list", request: "GET /seats/{id}/seats", name: "listTransportSeats" },
  {
    page: "intune-devices-manageddevice-get",
    request: "GET /deviceManagement/managedDevices/{managedDeviceId}",
    name: "getManagedDevice",
    resource: "managedDevice",
  },
  {
    page: "intune-apps-devicemanagement-get",
    request: "GET /deviceManagement",
    name: "getAppsDeviceManagement",
  },
  // Actions and functions.
  {
    page: "intune-devices-manageddevice-wipe",
    request: "POST /deviceManagement/managedDevices/{id}/wipe",
    name: "wipeManagedDevice",
  },
  {
    page: "intune-devices-manageddevice-rotatebitlockerkeys",
    request: "POST /deviceManagement/managedDevices/{id}/rotateBitLockerKeys",
    name: "rotateManagedDeviceBitLockerKeys",
  },
  { page: "user-delta", request: "GET /users/delta", name: "getUserDelta" },
  { page: "user-findrooms", request: "GET /users/{id}/findRooms", name: "findUserRooms" },
  {
    page: "reportroot-getmailactivity",
    request: "GET /reports/getMailActivity(period='{period}')",
    about: "Of the reportRoot.",
    name: "getReportRootMailActivity",
  },
];

it.each(cases)("names $page $name", ({ page, request, about, name, resource }) => {
  const named = namesOf(page, request, about);
  expect(named.name).toBe(name);
  if (resource !== undefined) expect(named.resource).toBe(resource);
});

it("leaves out a prefix that repeats the namespace", () => {
  const request = "GET /communications/callRecords/{id}/sessions";
  const stated = "Namespace: microsoft.graph.callRecords";
  expect(namesOf("callrecords-session-list", request, stated).name).toBe("listSessions");
  expect(namesOf("callrecords-session-list", request).name).toBe("listCallRecordsSessions");
  expect(namesOf("graph-session-list", request).name, "the namespace of a page that states none").toBe("listSessions");
});

it("names the part of a whole that has pages of its own after both", () => {
  const about = "Send a [chatMessage](../resources/chatmessage.md).";
  const named = namesOf("chat-post-messages", "POST /chats/{id}/messages", about);
  expect(named).toMatchObject({ name: "createMessageOfChat", qualified: "createChatMessage" });
});

it("keeps a longer name for the case that another page has the shorter one", () => {
  const request = "GET /deviceManagement/managedDevices/{managedDeviceId}";
  expect(namesOf("intune-devices-manageddevice-get", request)).toMatchObject({
    name: "getManagedDevice",
    qualified: "getIntuneDevicesManagedDevice",
  });
});
