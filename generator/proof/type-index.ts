import type { ApiModel } from "../api/model.ts";
import type { WireTypes } from "../emit/wire-types.ts";
import { fullName } from "../util/odata.ts";

/** A type that an example can state. */
export interface NamedType {
  /** Name of its export in the wire types. */
  readonly name: string;
  readonly fullName: string;
}

/** Finds a type by its full name without the leading `#`; null if no page declares it. */
export type FindType = (fullName: string) => NamedType | null;

/** Indexes the types that pages declare by their full names; the exact case is preferred. */
export function indexTypes(model: ApiModel, wire: WireTypes): FindType {
  const declared = model.types.filter(({ inferred }) => !inferred).map(fullName);
  const exact = new Map(
    declared.flatMap((wireName) => {
      const name = wire.types.get(wireName)?.name;
      return name === undefined ? [] : [[wireName, { name, fullName: wireName }] as const];
    }),
  );
  const loose = new Map([...exact].map(([wireName, type]) => [wireName.toLowerCase(), type]));
  return (wireName) => exact.get(wireName) ?? loose.get(wireName.toLowerCase()) ?? null;
}
