import type { ODataObject } from "./odata-type.js";

/** Value of a query option. Arrays are joined with commas. */
export type QueryValue = string | number | boolean | readonly (string | number | boolean)[];

/** Query options by name, for operations that do not document theirs. */
export type QueryOptions = Record<string, QueryValue | undefined>;

type Open = string & {};

/** Documented keys of an open type, without its index signature. */
type KnownKey<T> = keyof {
  [Key in keyof T as string extends Key ? never : number extends Key ? never : Key]: unknown;
};

type PropertyKeys<Keys> = Exclude<Keys, `${string}@${string}` | number | symbol>;

/** Names that `$select` accepts for a `T`: its documented properties, or any name if `T` is open or unknown. */
export type SelectKey<T> = unknown extends T
  ? string
  : string extends keyof T
    ? PropertyKeys<KnownKey<T>> | Open
    : PropertyKeys<keyof T>;

/** A relationship, alone or with its own options: `manager`, `manager($select=id)`, `members/$ref`. */
export type ExpandItem<Relationship extends string> =
  Relationship | `${Relationship}(${string})` | `${Relationship}/${string}`;

/** A property to sort by or a path to a nested property, optionally with a direction. */
export type OrderItem<Key> = Key extends string
  ? Key | `${Key} ${"asc" | "desc"}` | `${Key}/${string}`
  : never;

/** Names of properties to return: a list that narrows the type of the response, or text. */
export type SelectOption<Select> = string | readonly Select[] | undefined;

/** Relationships to include: a list, or text. */
export type ExpandOption<Relationship extends string = never> =
  | string
  | readonly ([Relationship] extends [never] ? string : ExpandItem<Relationship>)[]
  | undefined;

/** Properties to sort by: a list, or text. */
export type OrderOption<T> = string | readonly OrderItem<SelectKey<T>>[] | undefined;

/**
 * Query options of a request that reads one object.
 *
 * To send an undocumented option, spread it: `query: { ...{ name: "value" } }`.
 */
// An interface would not be assignable to `QueryOptions`, which has an index signature.
// eslint-disable-next-line @typescript-eslint/consistent-type-definitions
export type GetQuery<T, Select = SelectKey<T>, Relationship extends string = never> = {
  /**
   * Properties to return. An array of names narrows the type of the response to these properties; a string such as
   * `"id,displayName"` does not. The response contains `id` only if it is named, and always contains annotations. An
   * empty array is the same as none.
   */
  $select?: SelectOption<Select>;
  /** Relationships to include, optionally with their own options: `"manager($select=displayName)"`. */
  $expand?: ExpandOption<Relationship>;
};

/**
 * Query options of a request that reads a collection.
 *
 * To send an undocumented option, spread it: `query: { ...{ name: "value" } }`.
 */
export type ListQuery<T, Select = SelectKey<T>, Relationship extends string = never> = GetQuery<
  T,
  Select,
  Relationship
> &
  CountQuery & {
    /** Properties to sort by: `["displayName desc"]`. */
    $orderby?: OrderOption<T>;
    /** Maximum number of items on a page. */
    $top?: number | undefined;
    /** Number of items to skip. */
    $skip?: number | undefined;
    /** Requests the total number of items in `@odata.count`. Some resources require `ConsistencyLevel: eventual`. */
    $count?: boolean | undefined;
    /** Position of a page, from a next link of the service. `paginate` follows these links. */
    $skiptoken?: string | undefined;
    /** Start of the changes to return, from a delta link of the service. */
    $deltatoken?: string | undefined;
  };

/** Query options of a request that counts items. */
// An interface would not be assignable to `QueryOptions`, which has an index signature.
// eslint-disable-next-line @typescript-eslint/consistent-type-definitions
export type CountQuery = {
  /** Condition that items must meet: `"startswith(displayName, 'A')"`. */
  $filter?: string | undefined;
  /** Search expression: `'"displayName:Sales"'`. Some resources require the header `ConsistencyLevel: eventual`. */
  $search?: string | undefined;
};

/**
 * A `T` with the properties that `$select` names, the relationships, which depend on `$expand`, and the annotations.
 * The type is `T` itself if `$select` names every property, is empty or is absent.
 */
export type Selected<T, Select, Relationship = never> = [Select] extends [never]
  ? T
  : [SelectKey<T>] extends [Select]
    ? T
    : [Exclude<Select, keyof T>] extends [never]
      ? Pick<T, Extract<Select | Relationship | keyof ODataObject, keyof T>>
      : Pick<T, Extract<Select | Relationship | keyof ODataObject, keyof T>> & {
          [Key in Exclude<Select, keyof T> & string]?: unknown;
        };
