/** What every object on the wire may say about its type. */
export interface TypedObject {
  "@odata.type"?: string;
}

/**
 * A `T`, or an object of a type derived from it. A value of a derived interface is assignable as it is, and an object
 * literal may have the properties of the derived type besides those of `T`, which stay checked.
 */
export type OrSubtype<T> = T | (T & Record<string, unknown>);

/** A `T` and no derived type of it: what tells it from the derived types in a union. */
export type Exactly<T, Name extends string> = T & { "@odata.type"?: Name };

/**
 * Tells whether an object names one of some types in `@odata.type`.
 *
 * @param value object from the wire
 * @param names full names without the leading `#`
 */
export function hasODataType(value: TypedObject, names: readonly string[]): boolean {
  const name = value["@odata.type"];
  if (typeof name !== "string") return false;
  return names.includes(name.startsWith("#") ? name.slice(1) : name);
}
