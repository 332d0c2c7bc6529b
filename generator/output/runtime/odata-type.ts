/** What every object on the wire may say about its type. */
export interface TypedObject {
  "@odata.type"?: string;
}

/** What the service says about an object that has an address of its own. */
export interface ODataObject extends TypedObject {
  /** URL that describes the answer. */
  "@odata.context"?: string;
  /** Version of the object, for the header `If-Match`. */
  "@odata.etag"?: string;
  /** URL of the object. */
  "@odata.id"?: string;
  /** In the answer of a delta query: that the object was removed, and why. */
  "@removed"?: { reason?: "changed" | "deleted" | (string & {}) };
}

/**
 * A `T`, or an object of a type derived from it. A value of a derived interface is assignable as it is, and an object
 * literal may have properties of the derived types besides those of `T`.
 *
 * `Name` holds the names of these properties; without it any other name is taken.
 */
export type OrSubtype<T, Name extends string = string> = string extends Name
  ? T | (T & Record<string, unknown>)
  : T & { [Key in Name]?: unknown };

/** A `T` and no derived type of it: what tells it from the derived types in a union. */
export type Exactly<T, Name extends string> = T & { "@odata.type"?: Name };

/** A `T` as a body takes it, without the properties that only the service sets. */
export type Writable<T, ReadOnly extends PropertyKey> = {
  [Key in keyof T as Key extends ReadOnly ? never : Key]: T[Key];
};

/** Links to objects that exist already, by relationship: `{ "manager@odata.bind": "https://…/users/{id}" }`. */
type Bindings<Relationship extends string> = {
  [Name in `${Relationship}@odata.bind`]?: string | readonly string[] | undefined;
};

/**
 * A `T`, or an object literal that links to objects besides. A value of an interface is assignable as it is.
 *
 * `Relationship` holds the relationships that there are; without it any name is taken.
 */
export type Bindable<T, Relationship extends string = string> = string extends Relationship
  ? T | (T & Bindings<string>)
  : T & Bindings<Relationship>;

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

/** What an annotation says of: a property of `T`, or the object itself. */
type Annotated<T> = Extract<keyof T, string> | "";

/** Annotations of the protocol that are text: addresses, versions and types. */
type TextAnnotation =
  | "context"
  | "deltaLink"
  | "editLink"
  | "etag"
  | "id"
  | "mediaContentType"
  | "mediaEditLink"
  | "mediaEtag"
  | "mediaReadLink"
  | "navigationLink"
  | "nextLink"
  | "readLink"
  | "type";

/**
 * Reads what the service says of a property, beside the property: the number of a team's members, the link to the next
 * of them, the address of a picture. `getProperty` reads annotations that the protocol does not define.
 *
 * @param value object from the wire
 * @param name name of the property, and of the annotation; the latter alone where it is of the object itself
 * @returns undefined where the object has no such annotation
 * @example
 * ```ts
 * const count = getAnnotation(group, "members@odata.count");
 * const rest = getAnnotation(group, "members@odata.nextLink");
 * ```
 */
export function getAnnotation<T extends object>(
  value: T,
  name: `${Annotated<T>}@odata.count`,
): number | undefined;
export function getAnnotation<T extends object>(
  value: T,
  name: `${Annotated<T>}@odata.${TextAnnotation}`,
): string | undefined;
export function getAnnotation(value: object, name: string): number | string | undefined {
  const found = getProperty(value, name);
  if (name.endsWith("@odata.count")) return typeof found === "number" ? found : undefined;
  return typeof found === "string" ? found : undefined;
}

/**
 * Reads a property that the documentation does not name: nothing that the service sends is dropped.
 *
 * @param value object from the wire
 * @param name name of the property, e.g. that of a schema extension
 * @returns its value; undefined where the object has none of that name
 * @example
 * ```ts
 * const badge = getProperty(user, "extension_b7d8_badgeNumber");
 * ```
 */
export function getProperty(value: object, name: string): unknown {
  return Object.getOwnPropertyDescriptor(value, name)?.value;
}
