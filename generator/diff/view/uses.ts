import type { OperationModel, PropertyModel } from "../../api/model.ts";
import { fullName } from "../../util/odata.ts";
import { ancestorsOf, withAncestors, type ApiSide } from "./api-side.ts";

/** How programs use values of a type. */
export interface Use {
  readonly read: boolean;
  readonly write: boolean;
  /** Whether a value is a whole request body, which does not accept read-only properties. */
  readonly body: boolean;
  /** Whether a request creates a value, for which required properties must be sent. */
  readonly created: boolean;
}

/** Use of types that are not reachable from any operation. */
const ANY_USE: Use = { read: true, write: true, body: false, created: false };

/** Use of values that are only sent to the service. */
export const SENT: Use = { read: false, write: true, body: false, created: false };

/** Use of values that are only received from the service. */
export const RECEIVED: Use = { read: true, write: false, body: false, created: false };

/** Looks up how programs use a type or an enum by its full name. */
export type Uses = (name: string) => Use;

/**
 * Determines which types and enums the service returns and which it accepts: those of responses and requests, and
 * all that are reachable from them through properties, bases and subtypes.
 */
export function readUses(side: ApiSide): Uses {
  const { operations } = side.api;
  const read = reach(
    side,
    operations.flatMap(({ response }) => response.type ?? []),
  );
  const sent = operations.flatMap(({ requestBody, query, requests }) => [
    ...(requestBody === null ? [] : sentByBody(requestBody.type, requestBody.properties)),
    ...query.map(({ type }) => type),
    ...requests.flatMap(({ parameters }) => parameters.map(({ type }) => type)),
  ]);
  const write = reach(side, sent);
  const body = bodyTypes(side, operations);
  const created = bodyTypes(
    side,
    operations.filter(({ kind }) => kind === "create"),
  );
  return (name) => {
    const use = { read: read.has(name), write: write.has(name), body: body.has(name), created: created.has(name) };
    return use.read || use.write ? use : ANY_USE;
  };
}

/** Types of whole request bodies without a table, and their bases. */
function bodyTypes(side: ApiSide, operations: readonly OperationModel[]): ReadonlySet<string> {
  const bodies = operations.flatMap(({ requestBody }) =>
    requestBody?.kind === "json" && requestBody.properties.length === 0 ? (requestBody.type ?? []) : [],
  );
  return new Set(bodies.flatMap((name) => [name, ...ancestorsOf(side, name).map(fullName)]));
}

/** A table takes precedence over the type of the body. */
function sentByBody(type: string | null, properties: readonly PropertyModel[]): readonly string[] {
  return properties.length === 0 ? [type ?? ""] : properties.flatMap(namesOf);
}

function namesOf({ type, values }: PropertyModel): readonly string[] {
  return values === null ? [type] : [type, values];
}

function reach(side: ApiSide, start: readonly string[]): ReadonlySet<string> {
  const found = new Set<string>();
  const open = [...start];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (found.has(name) || !(side.types.has(name) || side.enums.has(name))) continue;
    found.add(name);
    open.push(...withAncestors(side, name).flatMap(({ properties }) => properties.flatMap(namesOf)));
    open.push(...(side.subtypes.get(name) ?? []));
  }
  return found;
}
