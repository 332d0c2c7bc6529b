import type { RetryOptions } from "./retry.js";

/** Bodies that are sent as they are: text, bytes, streams (also those of Node) and forms. */
export type RequestContent = NonNullable<RequestInit["body"]> | AsyncIterable<Uint8Array>;

/** A response that is not JSON, its `body` a stream, with every way the platform has to read it. */
export type ContentResponse = Response;

/** Body that points at another object. */
export interface Reference {
  /** URL of the object, e.g. `https://graph.microsoft.com/v1.0/directoryObjects/{id}`. */
  "@odata.id": string;
}

/** A value of a query option; the items of a list are joined by commas. */
export type QueryValue = string | number | boolean | readonly (string | number | boolean)[];

/** OData query options, and any other query parameter under its name. */
export interface QueryOptions {
  /** Properties to return. */
  $select?: string | readonly string[];
  /** Relationships to include. */
  $expand?: string | readonly string[];
  $filter?: string;
  $orderby?: string | readonly string[];
  $search?: string;
  /** Items on a page. */
  $top?: number;
  $skip?: number;
  /** Whether to count all items. */
  $count?: boolean;
  $format?: string;
  [name: string]: QueryValue | undefined;
}

/** Request headers by name. */
export type HeaderOptions = Record<string, string | undefined>;

/** What every request function accepts. */
export interface CallOptions {
  query?: QueryOptions;
  headers?: HeaderOptions;
  /** Aborts the request, also while it waits for its next try. */
  signal?: AbortSignal | undefined;
  /** Milliseconds that one try may take; the client's by default. Content that is read as a stream may take longer. */
  timeout?: number | undefined;
  /** When the call is tried again, or how often; the client's by default. */
  retry?: number | RetryOptions | undefined;
}
