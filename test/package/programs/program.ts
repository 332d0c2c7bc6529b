import { DeviceConfigAssignmentIntent } from "graph-client/enums/deviceConfigAssignmentIntent";
import {
  listDeviceConfigurationAssignments,
  type DeviceConfigurationAssignment,
} from "graph-client/deviceConfigurationAssignment";
import { getDeviceConfigurationPermissions } from "graph-client/permissions/deviceConfiguration";
import { createClient, GraphError, paginate, type GraphClient } from "graph-client/runtime";
import { isAnyDeviceAndAppManagementAssignmentTarget } from "graph-client/unions/deviceAndAppManagementAssignmentTarget";
import {
  getWindowsAutopilotDeviceIdentity,
  listWindowsAutopilotDeviceIdentities,
  updateWindowsAutopilotDeviceIdentity,
  type UpdateWindowsAutopilotDeviceIdentityBody,
  type WindowsAutopilotDeviceIdentity,
} from "graph-client/windowsAutopilotDeviceIdentity";

/** What the program found out, as plain data. */
export interface Report {
  readonly serialNumbers: readonly string[];
  readonly updated: WindowsAutopilotDeviceIdentity;
  readonly targets: readonly string[];
  readonly failure: string;
  readonly scopes: readonly string[];
}

/** All devices, page after page. */
async function serialNumbersOf(client: GraphClient): Promise<string[]> {
  const found: string[] = [];
  for await (const device of paginate(client, listWindowsAutopilotDeviceIdentities, { query: { $top: 2 } })) {
    // What the docs do not promise has to be asked for.
    if (device.serialNumber !== undefined && device.enrollmentState !== "blocked") found.push(device.serialNumber);
  }
  return found;
}

async function move(
  client: GraphClient,
  device: string,
  groupTag: string | null,
): Promise<WindowsAutopilotDeviceIdentity> {
  const body: UpdateWindowsAutopilotDeviceIdentityBody = { groupTag, displayName: "Kiosk 7" };
  return await updateWindowsAutopilotDeviceIdentity(client, {
    path: { windowsAutopilotDeviceIdentityId: device },
    body,
  });
}

/** A target in words; `@odata.type` tells what it is. */
function describe({ target, intent }: DeviceConfigurationAssignment): string {
  const verb = intent === DeviceConfigAssignmentIntent.Remove ? "not" : "for";
  if (target === undefined || !isAnyDeviceAndAppManagementAssignmentTarget(target)) return `${verb} somebody`;
  switch (target["@odata.type"]) {
    case "#microsoft.graph.groupAssignmentTarget":
      return `${verb} group ${target.groupId ?? "?"}`;
    case "#microsoft.graph.configurationManagerCollectionAssignmentTarget":
      return `${verb} collection ${target.collectionId ?? "?"}`;
    default:
      return `${verb} ${target["@odata.type"] ?? "?"}`;
  }
}

async function failureOf(client: GraphClient): Promise<string> {
  try {
    await getWindowsAutopilotDeviceIdentity(client, { path: { windowsAutopilotDeviceIdentityId: "no such/device" } });
  } catch (error) {
    if (!(error instanceof GraphError)) throw error;
    return [error.operation, String(error.status), error.code, error.message, error.requestId].join(" | ");
  }
  return "none";
}

/**
 * Does what a small tool for devices would do.
 *
 * @param baseUrl root of the service
 */
export async function run(baseUrl: string): Promise<Report> {
  const client = createClient({ baseUrl, token: () => Promise.resolve("secret") });
  const assignments = await listDeviceConfigurationAssignments(client, { path: { deviceConfigurationId: "c1" } });
  return {
    serialNumbers: await serialNumbersOf(client),
    updated: await move(client, "d1", "Sales-North"),
    targets: assignments.value.map(describe),
    failure: await failureOf(client),
    scopes: getDeviceConfigurationPermissions.application,
  };
}
