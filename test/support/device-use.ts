/**
 * A program that uses the package of the device model in every way that must type-check, and in the ways that must
 * not: the compiler reports a `@ts-expect-error` that expects in vain.
 */
export const DEVICE_USE = `
import { createClient, getAnnotation, getProperty, paginate, type Collection, type GraphClient, type ListFunction, type OptionsOf, type SelectedItem } from "devices/runtime";
import { countDevices, createDevice, deleteDevice, getBag, getDevice, getTablet, isManaged, listDevices, putPhoto, updateDevice, type Device, type ListDevicesOptions } from "devices/device";
import type { Tablet } from "devices/tablet";
import type { AssignmentTarget } from "devices/assignmentTarget";
import type { Entity } from "devices/entity";
import type { GroupTarget } from "devices/groupTarget";
import type { ExclusionTarget } from "devices/exclusionTarget";
import type { Phone } from "devices/phone";
import type { Bag } from "devices/bag";
import { EnrollmentState } from "devices/enums/enrollmentState";
import { isAnyAssignmentTarget, isExclusionTarget, type AnyAssignmentTarget } from "devices/unions/assignmentTarget";
import { listDevicesPermissions } from "devices/permissions/device";
import { listDevices as listFromArea } from "devices/areas/users";
import { GraphError, type Device as RootDevice } from "devices";

type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const yes = <T extends true>(): T | undefined => undefined;

const client: GraphClient = createClient({ token: async (scopes) => scopes.join() });
createClient({ token: { getToken: (scopes: string | string[], options?: { tenantId?: string }) => Promise.resolve({ token: String(scopes), expiresOnTimestamp: 0, options }) } });

// Enums: members and wire strings, and nothing else unless the service may extend them.
const device: Device = { state: "enrolled", risk: "low", displayName: null, "a-b": 1 };
device.state = EnrollmentState.Enrolled;
device.risk = "somethingNew";
device.allowed = ["mail,chat"];
// @ts-expect-error a closed enum
device.state = "lost";
// @ts-expect-error not nullable
device.enrolledDateTime = null;

// Inheritance: a subtype is assignable to its base, also where its page redeclares a property.
const phone: Phone = { "@odata.type": "#microsoft.graph.phone", number: "1", displayName: "x" };
const entity: Entity = phone;
const asDevice: Device = phone;
// @ts-expect-error the literal of another leaf
phone["@odata.type"] = "#microsoft.graph.device";
const target: GroupTarget = { groupId: "1" };
device.target = target;
device.target = { "@odata.type": "#microsoft.graph.groupTarget", groupId: "1" };
// @ts-expect-error a known property keeps its type in a literal of a subtype
device.target = { filterId: 1, groupId: "1" };
// @ts-expect-error no subtype has a property of this name
device.target = { filterId: "1", gruopId: "1" };
// @ts-expect-error nor where the object names its type
device.target = { "@odata.type": "#microsoft.graph.groupTarget", gruopId: "1" };
device.owners = [phone, { displayName: "x", number: "1" }];
const bag: Bag = { size: 1, anything: [] };

// Unions narrow.
export function describe(value: AssignmentTarget): string | undefined {
  if (isExclusionTarget(value)) return value.reason;
  if (!isAnyAssignmentTarget(value)) return value.filterId;
  const any: AnyAssignmentTarget = value;
  switch (any["@odata.type"]) {
    case "#microsoft.graph.exclusionTarget":
      return any satisfies ExclusionTarget && any.reason;
    case "#microsoft.graph.allDevicesTarget":
      // @ts-expect-error this type has no such property
      return any.groupId;
    case "#microsoft.graph.groupTarget":
      return any.groupId;
    default:
      return undefined;
  }
}

// Calls.
export async function calls(): Promise<void> {
  const created = await createDevice(client, { body: { displayName: "x", state: "enrolled" } });
  yes<Equal<typeof created, Device>>();
  await createDevice(client, { body: { displayName: "x", number: "0170", target: { groupId: "1" } } });
  // @ts-expect-error a required property
  await createDevice(client, { body: { state: "enrolled" } });
  // @ts-expect-error what is read-only is not accepted as anything else than an unknown property of a subtype
  await updateDevice(client, { path: { deviceId: "1" }, headers: { "If-Match": "x" }, body: { number: 1 } });
  // @ts-expect-error what only the service sets
  await createDevice(client, { body: { displayName: "x", enrolledDateTime: "2024-01-01T00:00:00Z" } });
  // @ts-expect-error nor by an update
  await updateDevice(client, { path: { deviceId: "1" }, headers: { "If-Match": "x" }, body: { serialNumber: "1" } });
  // Links to objects that exist already.
  await createDevice(client, { body: { displayName: "x", "owners@odata.bind": ["https://h/devices/1"] } });
  // @ts-expect-error a link is the address of an object
  await createDevice(client, { body: { displayName: "x", "owners@odata.bind": 1 } });
  // @ts-expect-error no such annotation
  await createDevice(client, { body: { displayName: "x", "owners@odata.bnd": "https://h/devices/1" } });
  // @ts-expect-error a required header
  await updateDevice(client, { path: { deviceId: "1" }, body: {} });
  const updated = await updateDevice(client, { path: { deviceId: "1" }, route: "/me/devices/{deviceId}", headers: { "If-Match": "x" }, body: {} });
  yes<Equal<typeof updated, Phone | undefined>>();
  const nothing = await deleteDevice(client, { path: { deviceId: "1" } });
  yes<Equal<typeof nothing, void>>();
  // @ts-expect-error a path key
  await deleteDevice(client, { path: {} });
  // @ts-expect-error no such path key
  await deleteDevice(client, { path: { deviceId: "1", other: "2" } });
  const page = await listDevices(client);
  yes<Equal<typeof page.value, Device[]>>();
  await listDevices(client, { route: "/me/devices", query: { $top: 5, startDateTime: "x", ...{ other: true } } });
  await listDevices(client, { path: { userId: "1" } });
  // @ts-expect-error a route of other path keys
  await listDevices(client, { path: { userId: "1" }, route: "/me/devices" });
  const managed = await isManaged(client, { path: { deviceId: "1", manager: "o'x" } });
  yes<Equal<typeof managed.value, boolean>>();
  await putPhoto(client, { path: { deviceId: "1" }, body: new Uint8Array(1) });
  for await (const item of paginate(client, listDevices, { path: { userId: "1" } })) yes<Equal<typeof item, Device>>();
  paginate(client, listDevices);
  // @ts-expect-error options of another function
  paginate(client, listDevices, { path: { deviceId: "1" } });
  await listFromArea(client, { signal: AbortSignal.timeout(1) });
}

// What is selected, and nothing else, comes back.
export async function selects(): Promise<void> {
  const all = await getDevice(client, { path: { deviceId: "1" } });
  yes<Equal<typeof all, Device>>();
  const one = await getDevice(client, { path: { deviceId: "1" }, query: { $select: ["id", "state"], $expand: ["owners($select=id)"] } });
  yes<Equal<keyof typeof one, "id" | "state" | "owners" | "@odata.type" | "@odata.context" | "@odata.etag" | "@odata.id" | "@removed">>();
  // @ts-expect-error not selected
  one.risk;
  // A property of a subtype can be selected, and read as what it is.
  const other = await getDevice(client, { path: { deviceId: "1" }, query: { $select: ["number"] } });
  yes<Equal<typeof other.number, unknown>>();
  const text = await getDevice(client, { path: { deviceId: "1" }, query: { $select: "id,state", $expand: "owners", ...{ unheard: 1 } } });
  yes<Equal<typeof text, Device>>();
  const tablet = await getTablet(client, { query: { $expand: ["owners", "pens/$ref"] } });
  yes<Equal<typeof tablet, Tablet>>();
  const bag = await getBag(client, { query: { $select: ["size", "anything"] } });
  yes<Equal<typeof bag.anything, unknown>>();
  yes<Equal<typeof bag.size, number | undefined>>();
  const page = await listDevices(client, { query: { $select: ["id"], $orderby: ["displayName desc", "state"], $count: true, $filter: "x", $search: "y", $skip: 1 } });
  yes<Equal<typeof page.value[0], Pick<Device, "id" | "owners" | "@odata.type" | "@odata.context" | "@odata.etag" | "@odata.id" | "@removed">>>();
  const names = ["id" as const, "risk" as const];
  const few = await listDevices(client, { query: { $select: names } });
  yes<Equal<typeof few.value[0]["id"], string | undefined>>();
  // @ts-expect-error no such property
  await listDevices(client, { query: { $select: ["idd"] } });
  // @ts-expect-error no such relationship
  await getDevice(client, { path: { deviceId: "1" }, query: { $expand: ["target"] } });
  // @ts-expect-error no such property to sort by
  await listDevices(client, { query: { $orderby: ["displayname"] } });
  // @ts-expect-error no such option
  await listDevices(client, { query: { $selct: "id" } });
  // @ts-expect-error one object has no pages
  await getDevice(client, { path: { deviceId: "1" }, query: { $top: 1 } });
  await countDevices(client, { query: { $filter: "x" } });
  // @ts-expect-error a number has no properties
  await countDevices(client, { query: { $select: ["id"] } });
  await deleteDevice(client, { path: { deviceId: "1" }, headers: { "If-Match": "*", "X-Own": "1" } });
  await deleteDevice(client, { path: { deviceId: "1" }, query: { any: 1 } });
}

// Functions over request functions.
export async function over(): Promise<void> {
  for await (const item of paginate(client, listDevices, { path: { userId: "1" }, query: { $select: ["id"], $top: 2 } })) {
    yes<Equal<typeof item.id, string | undefined>>();
    item.owners;
    // @ts-expect-error not selected
    item.risk;
  }
  // @ts-expect-error no such property
  paginate(client, listDevices, { query: { $select: ["idd"] } });
  // @ts-expect-error no such option
  paginate(client, listDevices, { query: { $selct: ["id"] } });
  for await (const item of paginate(client, (c) => listDevices(c, { query: { $select: ["id"] } }))) item.id;
  const first = async <List extends ListFunction, Select extends string = string>(
    list: List,
    options: OptionsOf<List> & { query?: { $select?: readonly Select[] } },
  ): Promise<SelectedItem<List, Select> | undefined> => {
    for await (const item of paginate(client, list, options)) return item as SelectedItem<List, Select>;
    return undefined;
  };
  const firstDevice = await first(listDevices, { query: { $select: ["state"] } });
  firstDevice?.state;
  // @ts-expect-error not selected
  firstDevice?.risk;
  const all: Collection<Device> = await (null as unknown as ReturnType<typeof listDevices>);
  const options: Parameters<typeof listDevices>[1] = { query: { $select: ["id", "state"] } };
  await listDevices(client, options);
  const named: ListDevicesOptions = { query: { $top: 1 } };
  await listDevices(client, named);
  all.value;
}

const unnamed: unknown = getProperty(device, "extension_x");
const count: number | undefined = getAnnotation(device, "owners@odata.count");
const nextLink: string | undefined = getAnnotation(device, "owners@odata.nextLink");
const readLink: string | undefined = getAnnotation(device, "@odata.mediaReadLink");
// @ts-expect-error no such property
getAnnotation(device, "ownrs@odata.count");
const etag: string | undefined = device["@odata.etag"];
const reasonOf: "changed" | "deleted" | (string & {}) | undefined = device["@removed"]?.reason;

const scopes: readonly ["Device.Read", "Device.ReadWrite"] = listDevicesPermissions.delegatedWork;
const fromRoot: RootDevice = device;
export { unnamed, count, nextLink, readLink, etag, reasonOf, GraphError, entity, asDevice, bag, scopes, fromRoot };
`;
