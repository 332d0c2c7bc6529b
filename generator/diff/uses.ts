import type { OperationModel, PropertyModel } from "../api/model.ts";
import { ancestorsOf, fullName, type World } from "./world.ts";

/** Whether programs read values of a type, and whether they send them. */
export interface Use {
  readonly read: boolean;
  readonly write: boolean;
  /** Whether a value is a whole request body: what is read-only of it is not taken. */
  readonly body: boolean;
  /** Whether a value is created by sending it: what is required of it has to be sent. */
  readonly created: boolean;
}

/** What no operation leads to may be used in any way. */
const ANY_USE: Use = { read: true, write: true, body: false, created: false };

/** Values that only travel to the service. */
export const SENT: Use = { read: false, write: true, body: false, created: false };

/** Values that only come from the service. */
export const RECEIVED: Use = { read: true, write: false, body: false, created: false };

/** How the types and enums of an API are used. */
export type Uses = (name: string) => Use;

/**
 * Finds out which types and enums come from the service and which are sent to it: those that a response or a request
 * names, and from there whatever their properties, bases and subtypes lead to.
 *
 * @returns both for a type that no operation leads to
 */
export function readUses(world: World): Uses {
  const { operations } = world.api;
  const read = reach(
    world,
    operations.flatMap(({ response }) => response.type ?? []),
  );
  const sent = operations.flatMap(({ requestBody, query, requests }) => [
    ...(requestBody === null ? [] : sentByBody(requestBody.type, requestBody.properties)),
    ...query.map(({ type }) => type),
    ...requests.flatMap(({ parameters }) => parameters.map(({ type }) => type)),
  ]);
  const write = reach(world, sent);
  const body = bodyTypes(world, operations);
  const created = bodyTypes(
    world,
    operations.filter(({ kind }) => kind === "create"),
  );
  return (name) => {
    const use = { read: read.has(name), write: write.has(name), body: body.has(name), created: created.has(name) };
    return use.read || use.write ? use : ANY_USE;
  };
}

/** Types that are whole bodies without a table, with their bases. */
function bodyTypes(world: World, operations: readonly OperationModel[]): ReadonlySet<string> {
  const bodies = operations.flatMap(({ requestBody }) =>
    requestBody?.kind === "json" && requestBody.properties.length === 0 ? (requestBody.type ?? []) : [],
  );
  return new Set(bodies.flatMap((name) => [name, ...ancestorsOf(world, name).map(fullName)]));
}

/** A table stands in the place of the type that the body is said to have. */
function sentByBody(type: string | null, properties: readonly PropertyModel[]): readonly string[] {
  return properties.length === 0 ? [type ?? ""] : properties.flatMap(namesOf);
}

function namesOf({ type, values }: PropertyModel): readonly string[] {
  return values === null ? [type] : [type, values];
}

function reach(world: World, start: readonly string[]): ReadonlySet<string> {
  const found = new Set<string>();
  const open = [...start];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (found.has(name) || !(world.types.has(name) || world.enums.has(name))) continue;
    found.add(name);
    const own = world.types.get(name);
    const types = own === undefined ? [] : [own, ...ancestorsOf(world, name)];
    open.push(...types.flatMap(({ properties }) => properties.flatMap(namesOf)));
    open.push(...(world.subtypes.get(name) ?? []));
  }
  return found;
}
