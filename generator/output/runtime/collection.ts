import type { GraphClient } from "./graph-client.ts";
import type { Selected } from "./query.ts";

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

/** A request function that answers with a collection. */
export type ListFunction = (client: GraphClient, options: never) => Promise<Collection<unknown>>;

/** Options of a request function. */
export type OptionsOf<Call> = Call extends (client: GraphClient, options: infer Options) => unknown
  ? NonNullable<Options>
  : never;

/** An item of the collection that a request function answers with. */
export type ItemOf<List extends ListFunction> = Awaited<ReturnType<List>>["value"][number];

type ExpandOf<Options> = Options extends { query?: infer Query }
  ? Query extends { $expand?: string | readonly (infer Item)[] | undefined }
    ? Item
    : never
  : never;

/** An item of which `$select` named some properties. */
export type SelectedItem<List extends ListFunction, Select> = Selected<
  ItemOf<List>,
  Select,
  ExpandOf<OptionsOf<List>>
>;
