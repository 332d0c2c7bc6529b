import type { GraphClient } from "./graph-client.ts";
import type { Selected } from "./query.ts";

/** A page of a collection, as the service sends it. */
export interface Collection<T> {
  "@odata.context"?: string;
  /** Total number of items, if the request set `$count`. */
  "@odata.count"?: number;
  /** Absolute URL of the next page; absent on the last page. */
  "@odata.nextLink"?: string;
  /** Absolute URL that returns later changes; present on the last page of a delta query. */
  "@odata.deltaLink"?: string;
  value: T[];
}

/** A single value in a wrapper object, which the service sends for functions that return a primitive. */
export interface ValueResult<T> {
  "@odata.context"?: string;
  value: T;
}

/** A request function that returns a collection. */
export type ListFunction = (client: GraphClient, options: never) => Promise<Collection<unknown>>;

/** Options of a request function. */
export type OptionsOf<Call> = Call extends (client: GraphClient, options: infer Options) => unknown
  ? NonNullable<Options>
  : never;

/** An item of the collection that a request function returns. */
export type ItemOf<List extends ListFunction> = Awaited<ReturnType<List>>["value"][number];

type ExpandOf<Options> = Options extends { query?: infer Query }
  ? Query extends { $expand?: string | readonly (infer Item)[] | undefined }
    ? Item
    : never
  : never;

/** An item with the properties that `$select` names. */
export type SelectedItem<List extends ListFunction, Select> = Selected<
  ItemOf<List>,
  Select,
  ExpandOf<OptionsOf<List>>
>;
