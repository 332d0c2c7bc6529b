import type { ApiModel } from "../api/model.ts";
import type { WireTypes } from "../emit/wire-types.ts";

/** A type that an example may name. */
export interface NamedType {
  /** Name under which the wire types export it. */
  readonly name: string;
  readonly fullName: string;
}

/** Finds a type by its full name without the leading `#`; null where no page defines it. */
export type FindType = (fullName: string) => NamedType | null;

/** Indexes the types that pages define, by name, and by name in any case, as authors write it. */
export function indexTypes(model: ApiModel, wire: WireTypes): FindType {
  const defined = model.types.filter(({ inferred }) => !inferred).map(({ namespace, name }) => `${namespace}.${name}`);
  const exact = new Map(
    defined.flatMap((fullName) => {
      const name = wire.types.get(fullName)?.name;
      return name === undefined ? [] : [[fullName, { name, fullName }] as const];
    }),
  );
  const loose = new Map([...exact].map(([fullName, type]) => [fullName.toLowerCase(), type]));
  return (fullName) => exact.get(fullName) ?? loose.get(fullName.toLowerCase()) ?? null;
}
