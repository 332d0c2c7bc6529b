import { expect, it } from "vitest";
import { pageTask } from "../../generator/read/page-task.ts";
import type { OperationName } from "../../generator/page/model.ts";

interface Text {
  readonly title?: string;
  readonly about?: string;
  readonly response?: string;
}

/** Names of the operation of a page that says nothing but its request and what it is about. */
function namesOf(
  stem: string,
  request: string,
  { title = "Title", about = "", response = "" }: Text = {},
): OperationName {
  const sections = [`# ${title}`, about, "## HTTP request", `\`\`\`http\n${request}\n\`\`\``, "## Response", response];
  const text = `${sections.join("\n\n")}\n`;
  const [page] = pageTask({ path: `api/${stem}.md`, text, problem: null, includes: {} });
  const operation = page?.operation ?? null;
  if (operation === null) throw new Error(`expected a request: ${request}`);
  return operation.naming;
}

interface Case extends Text {
  readonly page: string;
  readonly request: string;
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
  // The spelling with the most capitals, wherever it stands; a link text may be in lower case.
  {
    page: "gardenshed-get",
    request: "GET /gardensheds/{id}",
    title: "Get gardenShed",
    about: "Read a [gardenshed](../resources/gardenshed.md).",
    name: "getGardenShed",
    resource: "gardenShed",
  },
  {
    page: "gardenshed-update",
    request: "PATCH /gardensheds/{id}",
    title: "Update a garden shed",
    name: "updateGardenShed",
  },
  { page: "gardenshed-assign", request: "POST /garden/{id}/assign", about: "A garden.", name: "assignGardenShed" },
  { page: "sunshade-get", request: "GET /sunshade", about: "SunShade is a product.", name: "getSunshade" },
  { page: "shed-getbyowner", request: "GET /sheds/{id}", title: "Get a shed by its owner", name: "getShedByOwner" },
  // Verbs: particles, adverbs and what else belongs to them.
  { page: "mower-shutdown", request: "POST /mowers/{id}/shutDown", name: "shutDownMower" },
  { page: "mower-setupgarden", request: "POST /mowers/{id}/setUpGarden", name: "setUpMowerGarden" },
  { page: "mower-remotelock", request: "POST /mowers/{id}/remoteLock", name: "remoteLockMower" },
  { page: "mower-forcedelete", request: "POST /mowers/{id}/forceDelete", name: "forceDeleteMower" },
  { page: "mower-quietlystart", request: "POST /mowers/{id}/quietlyStart", name: "quietlyStartMower" },
  { page: "mower-createorget", request: "POST /mowers/createOrGet", name: "createOrGetMower" },
  { page: "mower-hum", request: "POST /mowers/{id}/hum", name: "humMower" },
  { page: "mower-ring", request: "POST /mowers/{id}/ring", name: "ringMower" },
  { page: "letter-reply", request: "POST /letters/{id}/reply", name: "replyToLetter" },
  { page: "letter-replyall", request: "POST /letters/{id}/replyAll", name: "replyAllToLetter" },
  { page: "mower-refreshall", request: "POST /mowers/refreshAll", name: "refreshAllMowers" },
  { page: "mower-revokeallkeys", request: "POST /mowers/{id}/revokeAllKeys", name: "revokeAllMowerKeys" },
  {
    page: "mower-gardensupdatemaps",
    request: "POST /mowers/{id}/gardensUpdateMaps",
    name: "updateMowerGardensMaps",
  },
  // Names without a verb.
  {
    page: "bed-row",
    request: "POST /beds/{id}/row",
    about: "Gets one row of the bed.",
    response: "Returns a [bedRow](../resources/bedrow.md) object.",
    name: "getBedRow",
  },
  {
    page: "bed-plantedrows",
    request: "POST /beds/{id}/plantedRows",
    response: "Returns a [bedRow](../resources/bedrow.md) object.",
    name: "getBedPlantedRows",
  },
  { page: "bed-plantedrows", request: "POST /beds/{id}/plantedRows", name: "invokeBedPlantedRows" },
  { page: "bed-recent", request: "GET /beds/recent", title: "List recent beds", name: "listBedRecent" },
  // Nothing is said twice.
  { page: "lawnmower-syncmower", request: "POST /lawnMowers/{id}/syncMower", name: "syncLawnMower" },
  { page: "mower-copymower", request: "POST /mowers/{id}/copyMower", name: "copyMower" },
  { page: "lawnmower-cleanwetmower", request: "POST /lawnMowers/{id}/cleanWetMower", name: "cleanWetLawnMower" },
  { page: "mower-resetmowerkey", request: "POST /mowers/{id}/resetMowerKey", name: "resetMowerKey" },
  { page: "lawnmower-resetmowerkey", request: "POST /lawnMowers/{id}/resetMowerKey", name: "resetLawnMowerKey" },
  { page: "team-checkmemberteams", request: "POST /teams/{id}/checkMemberTeams", name: "checkTeamMemberTeams" },
  {
    page: "gardenreports-getwaterreport",
    request: "POST /gardenReports/getWaterReport",
    name: "getGardenWaterReport",
  },
  { page: "lawn-list-lawnmowers", request: "GET /lawns/{id}/lawnMowers", name: "listLawnMowers" },
  { page: "lawn-lawnmower-get", request: "GET /lawns/{id}/lawnMowers/{id}", name: "getLawnMower" },
  { page: "lawnmower-get-mower", request: "GET /lawnMowers/{id}/mower", name: "getMowerOfLawnMower" },
  // Number.
  { page: "lawn-list-mower", request: "GET /lawns/{id}/mowers", name: "listLawnMowers" },
  { page: "lawn-delete-mowers", request: "DELETE /lawns/{id}/mowers/{id}", name: "deleteLawnMower" },
  { page: "garden-lawns-delete", request: "DELETE /garden/lawns/{id}", name: "deleteGardenLawn" },
  { page: "mowermsi-list", request: "GET /mowerMSIs", about: "The mowerMSI.", name: "listMowerMSIs" },
  {
    page: "mower-filterbyowner",
    request: "GET /mowers/filterByOwner(name='x')",
    response: "Returns a collection of [mower](../resources/mower.md) objects in the response body.",
    name: "filterMowersByOwner",
  },
  { page: "mowercollection-add", request: "POST /mowers/add", name: "addMower" },
  // What the request does, whatever the file is called.
  { page: "lawn-post-gardener", request: "PUT /lawns/{id}/gardener/$ref", name: "setLawnGardener" },
  {
    page: "lawn-list-gardener",
    request: "GET /lawns/{id}/gardener",
    title: "List gardener",
    response: "Returns a [person](../resources/person.md) object.",
    name: "getLawnGardener",
  },
  { page: "lawns-list-owned", request: "GET /me/ownedLawns", name: "listOwnedLawns" },
  { page: "garden-lawn-owned", request: "POST /garden/getLawnsOfOwner", name: "getGardenLawnsOfOwner" },
  { page: "send-lawn-order", request: "POST /lawns/{id}/orders", name: "sendLawnOrder" },
  {
    page: "reportroot-getmailactivity",
    request: "GET /reports/getMailActivity(period='{period}')",
    about: "Of the reportRoot.",
    name: "getReportRootMailActivity",
  },
];

it.each(cases)("names $page $name", ({ page, request, name, resource, ...text }) => {
  const named = namesOf(page, request, text);
  expect(named.name).toBe(name);
  if (resource !== undefined) expect(named.resource).toBe(resource);
});

it("leaves out a prefix that repeats the namespace", () => {
  const request = "GET /communications/callRecords/{id}/sessions";
  const stated = "Namespace: microsoft.graph.callRecords";
  expect(namesOf("callrecords-session-list", request, { about: stated }).name).toBe("listSessions");
  expect(namesOf("callrecords-session-list", request).name).toBe("listCallRecordsSessions");
  expect(namesOf("graph-session-list", request).name, "the namespace of a page that states none").toBe("listSessions");
});

it("keeps a name for the case that the part has a page of its own", () => {
  const about = "Send a [chatMessage](../resources/chatmessage.md).";
  const request = "POST /chats/{id}/messages";
  const named = namesOf("chat-post-messages", request);
  expect(named).toMatchObject({ name: "createChatMessage", qualified: "createMessageOfChat", yields: true });
  expect(namesOf("chat-post-messages", request, { about }).name, "the type links its page").toBe("createMessageOfChat");
  const inTitle = namesOf("chat-post-messages", request, { about, title: "Send a message in a chat" });
  expect(inTitle.qualified, "the preposition of the title").toBe("createMessageInChat");
});

it("keeps a longer name for the case that another page has the shorter one", () => {
  const request = "GET /deviceManagement/managedDevices/{managedDeviceId}";
  expect(namesOf("intune-devices-manageddevice-get", request)).toMatchObject({
    name: "getManagedDevice",
    qualified: "getIntuneDevicesManagedDevice",
  });
});
