import type { ODataObject } from "./odata-type.ts";

/** A value of a query option; the items of a list are joined by commas. */
export type QueryValue = string | number | boolean | readonly (string | number | boolean)[];

/** Query options by name, of an operation that documents none. */
export type QueryOptions = Record<string, QueryValue | undefined>;

type Open = string & {};

/** Documented names of an open type, without the any-name that stands beside them. */
type KnownKey<T> = keyof {
  [Key in keyof T as string extends Key ? never : number extends Key ? never : Key]: unknown;
};

type PropertyKeys<Keys> = Exclude<Keys, `${string}@${string}` | number | symbol>;

/** What `$select` may name of a `T`: its documented properties, and any name where `T` is open or unknown. */
export type SelectKey<T> = unknown extends T
  ? string
  : string extends keyof T
    ? PropertyKeys<KnownKey<T>> | Open
    : PropertyKeys<keyof T>;

/** A relationship, as it is or with options of its own: `manager`, `manager($select=id)`, `members/$ref`. */
export type ExpandItem<Relationship extends string> =
  Relationship | `${Relationship}(${string})` | `${Relationship}/${string}`;

/** A property to sort by, a property of it, or either with its direction. */
export type OrderItem<Key> = Key extends string
  ? Key | `${Key} ${"asc" | "desc"}` | `${Key}/${string}`
  : never;

/**
 * Query options of a request that reads one object.
 *
 * An option that is not documented can be sent too: `query: { ...{ name: "value" } }`.
 */
// An interface would not be assignable to the options by name that the runtime reads.
// eslint-disable-next-line @typescript-eslint/consistent-type-definitions
export type GetQuery<T, Select = SelectKey<T>, Relationship extends string = never> = {
  /**
   * Properties to return. A list of names narrows the type of the answer to them; a text, `"id,displayName"`, does
   * not. `id` is returned when it is named, annotations such as `@odata.type` always.
   */
  $select?: string | readonly Select[] | undefined;
  /** Relationships to include, each with options of its own if need be: `"manager($select=displayName)"`. */
  $expand?:
    | string
    | readonly ([Relationship] extends [never] ? string : ExpandItem<Relationship>)[]
    | undefined;
};

/**
 * Query options of a request that reads a collection.
 *
 * An option that is not documented can be sent too: `query: { ...{ name: "value" } }`.
 */
export type ListQuery<T, Select = SelectKey<T>, Relationship extends string = never> = GetQuery<
  T,
  Select,
  Relationship
> &
  CountQuery & {
    /** Properties to sort by: `["displayName desc"]`. */
    $orderby?: string | readonly OrderItem<SelectKey<T>>[] | undefined;
    /** Items on a page, at most. */
    $top?: number | undefined;
    /** Items to leave out at the beginning. */
    $skip?: number | undefined;
    /** Whether `@odata.count` tells the number of all items. Some services want `ConsistencyLevel: eventual` with it. */
    $count?: boolean | undefined;
    /** Where a page begins, as a link of the service has it; `paginate` follows these links. */
    $skiptoken?: string | undefined;
    /** Where the changes begin, as a delta link of the service has it. */
    $deltatoken?: string | undefined;
  };

/** Query options of a request that counts. */
// An interface would not be assignable to the options by name that the runtime reads.
// eslint-disable-next-line @typescript-eslint/consistent-type-definitions
export type CountQuery = {
  /** Condition that the items meet: `"startswith(displayName, 'A')"`. */
  $filter?: string | undefined;
  /** Words to search for: `'"displayName:Sales"'`. Some services want the header `ConsistencyLevel: eventual` with it. */
  $search?: string | undefined;
};

/**
 * A `T` of which `$select` named some properties: these, the relationships, which `$expand` decides on, and the
 * annotations. A `T` as it is where every property was named, or none.
 */
export type Selected<T, Select, Relationship = never> = [SelectKey<T>] extends [Select]
  ? T
  : [Exclude<Select, keyof T>] extends [never]
    ? Pick<T, Extract<Select | Relationship | keyof ODataObject, keyof T>>
    : Pick<T, Extract<Select | Relationship | keyof ODataObject, keyof T>> & {
        [Key in Exclude<Select, keyof T> & string]?: unknown;
      };
