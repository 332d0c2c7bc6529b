/** Annotation that any object can have. */
export interface TypedObject {
  "@odata.type"?: string;
}

/** Annotations of an object that has its own URL. */
export interface ODataObject extends TypedObject {
  /** URL that describes the response. */
  "@odata.context"?: string;
  /** Version of the object, for the header `If-Match`. */
  "@odata.etag"?: string;
  /** URL of the object. */
  "@odata.id"?: string;
  /** In the response to a delta query: the object was removed, for this reason. */
  "@removed"?: { reason?: "changed" | "deleted" | (string & {}) };
}

/**
 * A `T`, or an object of a type derived from it. Values of derived interfaces are assignable, and an object literal may
 * also contain properties of the derived types.
 *
 * `Name` lists the names of these properties. Without it, any name is allowed.
 */
export type OrSubtype<T, Name extends string = string> = string extends Name
  ? T | (T & Record<string, unknown>)
  : T & { [Key in Name]?: unknown };

/** A `T` but none of its derived types. In a union, `@odata.type` distinguishes it from them. */
export type Exactly<T, Name extends string> = T & { "@odata.type"?: Name };

/** A `T` without the properties that only the service sets, for request bodies. */
export type Writable<T, ReadOnly extends PropertyKey> = {
  [Key in keyof T as Key extends ReadOnly ? never : Key]: T[Key];
};

/** A `T` with the properties that a request needs, or with one of those that make them optional. */
export type RequiredUnless<T, Needed extends keyof T, Other extends keyof T> = T &
  (Required<Pick<T, Needed>> | { [Key in Other]: Required<Pick<T, Key>> }[Other]);

/** Links to existing objects, by relationship: `{ "manager@odata.bind": "https://…/users/{id}" }`. */
type Bindings<Relationship extends string> = {
  [Name in `${Relationship}@odata.bind`]?: string | readonly string[] | undefined;
};

/**
 * A `T`, or an object literal that also links to existing objects. Values of interfaces are assignable.
 *
 * `Relationship` lists the names of the relationships. Without it, any name is allowed.
 */
export type Bindable<T, Relationship extends string = string> = string extends Relationship
  ? T | (T & Bindings<string>)
  : T & Bindings<Relationship>;

/**
 * Checks whether the `@odata.type` of an object is one of the given types.
 *
 * @param value object that the service sent
 * @param names full names of types, without the leading `#`
 * @returns false if the object has no `@odata.type`
 */
export function hasODataType(value: TypedObject, names: readonly string[]): boolean {
  const name = value["@odata.type"];
  if (typeof name !== "string") return false;
  return names.includes(name.startsWith("#") ? name.slice(1) : name);
}

/** The target of an annotation: a property of `T`, or the object itself. */
type Annotated<T> = Extract<keyof T, string> | "";

/** OData annotations whose values are strings: URLs, versions and types. */
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
 * Reads an annotation of a property or of an object, such as the number of members of a group or the link to the next
 * page of members. Use {@link getProperty} to read annotations that OData does not define.
 *
 * @param value object that the service sent
 * @param name name of the property followed by the annotation, or only the annotation for one of the object itself
 * @returns undefined if the object does not have the annotation
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
 * Reads a property that the documentation does not list. Objects keep everything that the service sends.
 *
 * @param value object that the service sent
 * @param name name of the property, such as that of a schema extension
 * @returns the value, or undefined if the object does not have the property
 * @example
 * ```ts
 * const badge = getProperty(user, "extension_b7d8_badgeNumber");
 * ```
 */
export function getProperty(value: object, name: string): unknown {
  return Object.getOwnPropertyDescriptor(value, name)?.value;
}
