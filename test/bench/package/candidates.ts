/** What one reaches for to call the service: our package, or another from the npm registry. */
export interface Candidate {
  readonly name: string;
  /** Where it is installed: our package of the sample, that of the large reference, or with the peers. */
  readonly home: "sample" | "reference" | "peers";
  /** Packages, or folders beside the program, that make up what a user installs for it. */
  readonly parts: readonly string[];
  /** Imports and client. */
  readonly setup: string;
  /** Reads one thing by `id`; gives the expression of the thing. `abort` adds what ends the call by `signal`, if it can. */
  readonly read: (abort: boolean) => string;
  /** Changes it: the expression of the call. */
  readonly write: (body: string) => string;
  /** Name of the thing's type, where it has one that `setup` imports. */
  readonly thing: string;
  readonly resource: Resource;
  /** A program that lists, reads, changes, creates, sends a batch and uploads, where it is measured. */
  readonly full?: string;
}

/** What the program reads and changes. */
export interface Resource {
  /** Path of one of them, without its id. */
  readonly path: string;
  /** An answer of the service with an enum member that no docs know, a long fraction of a second and a null. */
  readonly answer: Readonly<Record<string, unknown>>;
  /** Where these stand. */
  readonly marks: { readonly member: readonly string[]; readonly moment: string; readonly nothing: string };
}

const MOMENT = "2024-05-01T10:00:00.1234567Z";

const DEVICE: Resource = {
  path: "/deviceManagement/windowsAutopilotDeviceIdentities",
  answer: {
    id: "1",
    displayName: "one",
    enrollmentState: "quarantined",
    lastContactedDateTime: MOMENT,
    groupTag: null,
  },
  marks: { member: ["enrollmentState"], moment: "lastContactedDateTime", nothing: "groupTag" },
};

const USER: Resource = {
  path: "/users",
  answer: {
    id: "1",
    displayName: "one",
    mailboxSettings: { userPurpose: "lighthouse" },
    createdDateTime: MOMENT,
    jobTitle: null,
  },
  marks: { member: ["mailboxSettings", "userPurpose"], moment: "createdDateTime", nothing: "jobTitle" },
};

/** The property that the docs call read-only, in each of the resources. */
export const READ_ONLY: Readonly<Record<string, string>> = {
  [DEVICE.path]: "lastContactedDateTime",
  [USER.path]: "createdDateTime",
};

const DEVICE_PATH = "{ windowsAutopilotDeviceIdentityId: id }";
const DEVICE_URL = `"${DEVICE.path}/{windowsAutopilotDeviceIdentityId}"`;
const SIGNAL = (abort: boolean): string => (abort ? ", signal" : "");

/** Names of our packages, as they are generated for the comparison. */
export const OURS = { sample: "bench-sample", reference: "bench-reference" } as const;

const sample: Candidate = {
  name: "ours (sample)",
  home: "sample",
  parts: [OURS.sample],
  setup: `import { createClient } from "${OURS.sample}/runtime";
import { getWindowsAutopilotDeviceIdentity, updateWindowsAutopilotDeviceIdentity, type WindowsAutopilotDeviceIdentity } from "${OURS.sample}/windowsAutopilotDeviceIdentity";
const client = createClient({ token: () => Promise.resolve("secret") });`,
  read: (abort) => `await getWindowsAutopilotDeviceIdentity(client, { path: ${DEVICE_PATH}${SIGNAL(abort)} })`,
  write: (body) => `await updateWindowsAutopilotDeviceIdentity(client, { path: ${DEVICE_PATH}, body: ${body} })`,
  thing: "WindowsAutopilotDeviceIdentity",
  resource: DEVICE,
  full: `import { batch, createClient, paginate, upload } from "${OURS.sample}/runtime";
import { assignWindowsAutopilotDeviceIdentityUserToDevice, getWindowsAutopilotDeviceIdentity, listWindowsAutopilotDeviceIdentities, updateWindowsAutopilotDeviceIdentity } from "${OURS.sample}/windowsAutopilotDeviceIdentity";
const client = createClient({ token: () => Promise.resolve("secret") });
export async function main(id: string, file: Blob): Promise<void> {
  const options = { path: ${DEVICE_PATH} };
  for await (const device of paginate(client, listWindowsAutopilotDeviceIdentities, {})) console.log(device.id);
  const device = await getWindowsAutopilotDeviceIdentity(client, options);
  await updateWindowsAutopilotDeviceIdentity(client, { ...options, body: { displayName: device.displayName } });
  await assignWindowsAutopilotDeviceIdentityUserToDevice(client, { ...options, body: { userPrincipalName: id } });
  await batch(client, (b) => [getWindowsAutopilotDeviceIdentity(b, options)]);
  await upload(client, { uploadUrl: id }, file);
}
`,
};

const reference: Candidate = {
  name: "ours (v1.0)",
  home: "reference",
  parts: [OURS.reference],
  setup: `import { createClient } from "${OURS.reference}/runtime";
import { getUser, updateUser, type User } from "${OURS.reference}/user";
const client = createClient({ token: () => Promise.resolve("secret") });`,
  read: (abort) => `await getUser(client, { path: { userIdOrUserPrincipalName: id }${SIGNAL(abort)} })`,
  write: (body) => `await updateUser(client, { path: { userIdOrUserPrincipalName: id }, body: ${body} })`,
  thing: "User",
  resource: USER,
  full: `import { batch, createClient, paginate, upload } from "${OURS.reference}/runtime";
import { createUser, getUser, listUsers, updateUser } from "${OURS.reference}/user";
import { createDriveItemUploadSession } from "${OURS.reference}/driveItem";
const client = createClient({ token: () => Promise.resolve("secret") });
export async function main(id: string, file: Blob): Promise<void> {
  const options = { path: { userIdOrUserPrincipalName: id } };
  for await (const user of paginate(client, listUsers, {})) console.log(user.id);
  const user = await getUser(client, options);
  await updateUser(client, { ...options, body: { jobTitle: user.jobTitle } });
  await createUser(client, { body: { accountEnabled: true, displayName: id, mailNickname: id, userPrincipalName: id, passwordProfile: { password: id } } });
  await batch(client, (b) => [getUser(b, options)]);
  await upload(client, await createDriveItemUploadSession(client, { path: { itemId: id }, body: {} }), file);
}
`,
};

const graphClient: Candidate = {
  name: "graph-client + graph-types",
  home: "peers",
  parts: ["@microsoft/microsoft-graph-client", "@microsoft/microsoft-graph-types"],
  setup: `import { Client } from "@microsoft/microsoft-graph-client";
import type { User } from "@microsoft/microsoft-graph-types";
const client = Client.initWithMiddleware({ authProvider: { getAccessToken: () => Promise.resolve("secret") } });`,
  read: (abort) => `(await client.api(\`/users/\${id}\`)${abort ? ".options({ signal })" : ""}.get()) as User`,
  write: (body) => `await client.api(\`/users/\${id}\`).patch(${body} satisfies User)`,
  thing: "User",
  resource: USER,
};

const sdk: Candidate = {
  name: "msgraph-sdk + users",
  home: "peers",
  parts: ["@microsoft/msgraph-sdk", "@microsoft/msgraph-sdk-users"],
  setup: `import { AllowedHostsValidator, BaseBearerTokenAuthenticationProvider } from "@microsoft/kiota-abstractions";
import { createGraphServiceClient, GraphRequestAdapter } from "@microsoft/msgraph-sdk";
import type { User } from "@microsoft/msgraph-sdk/models/index.js";
import "@microsoft/msgraph-sdk-users";
const hosts = new AllowedHostsValidator();
const tokens = { getAuthorizationToken: () => Promise.resolve("secret"), getAllowedHostsValidator: () => hosts };
const client = createGraphServiceClient(new GraphRequestAdapter(new BaseBearerTokenAuthenticationProvider(tokens)));`,
  // Its requests take no signal.
  read: () => `await client.users.byUserId(id).get()`,
  write: (body) => `await client.users.byUserId(id).patch(${body})`,
  thing: "User",
  resource: USER,
};

const heyApi: Candidate = {
  name: "hey-api (sample)",
  home: "peers",
  parts: ["./hey-api"],
  setup: `import { client } from "./hey-api/client.gen";
import { getWindowsAutopilotDeviceIdentity, updateWindowsAutopilotDeviceIdentity } from "./hey-api/sdk.gen";
import type { MicrosoftGraphWindowsAutopilotDeviceIdentity } from "./hey-api/types.gen";
client.setConfig({ auth: () => "secret" });`,
  read: (abort) =>
    `(await getWindowsAutopilotDeviceIdentity({ path: ${DEVICE_PATH}, throwOnError: true${SIGNAL(abort)} })).data`,
  write: (body) =>
    `await updateWindowsAutopilotDeviceIdentity({ path: ${DEVICE_PATH}, body: ${body}, throwOnError: true })`,
  thing: "MicrosoftGraphWindowsAutopilotDeviceIdentity",
  resource: DEVICE,
};

const openapiFetch: Candidate = {
  name: "openapi-fetch (sample)",
  home: "peers",
  parts: ["./openapi.ts", "openapi-fetch"],
  setup: `import createClient from "openapi-fetch";
import type { components, paths } from "./openapi.ts";
type Device = components["schemas"]["microsoft.graph.windowsAutopilotDeviceIdentity"];
const headers = { authorization: "Bearer secret" };
const client = createClient<paths>({ baseUrl: "https://graph.microsoft.com/beta", headers });`,
  read: (abort) => `(await client.GET(${DEVICE_URL}, { params: { path: ${DEVICE_PATH} }${SIGNAL(abort)} })).data`,
  write: (body) => `await client.PATCH(${DEVICE_URL}, { params: { path: ${DEVICE_PATH} }, body: ${body} })`,
  thing: "Device",
  resource: DEVICE,
};

/** All that is compared; the package of the large reference only where there is one. */
export function candidates(withReference: boolean): readonly Candidate[] {
  return [sample, ...(withReference ? [reference] : []), graphClient, sdk, heyApi, openapiFetch];
}
