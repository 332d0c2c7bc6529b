/** A page of a collection, as it stands on the wire. */
export interface Collection<T> {
  "@odata.context"?: string;
  /** Number of all items, where `$count` asked for it. */
  "@odata.count"?: number;
  /** Absolute URL of the next page; absent on the last one. */
  "@odata.nextLink"?: string;
  /** Absolute URL that gives the changes from now on; on the last page of a delta query. */
  "@odata.deltaLink"?: string;
  value: T[];
}

/** A single value that the service wraps in an object, as it does for functions that return a primitive. */
export interface ValueResult<T> {
  "@odata.context"?: string;
  value: T;
}
