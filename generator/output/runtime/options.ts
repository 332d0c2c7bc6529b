import type { HeaderOptions } from "./headers.ts";
import type { QueryOptions } from "./query.ts";
import type { RetryOptions } from "./retry.ts";

export type { HeaderOptions } from "./headers.ts";
export type { QueryOptions, QueryValue } from "./query.ts";

/** Bodies that are sent as they are: text, bytes, streams (also those of Node) and forms. */
export type RequestContent = NonNullable<RequestInit["body"]> | AsyncIterable<Uint8Array>;

/** A response that is not JSON, its `body` a stream, with every way the platform has to read it. */
export type ContentResponse = Response;

/** Body that points at another object. */
export interface Reference {
  /** URL of the object, e.g. `https://graph.microsoft.com/v1.0/directoryObjects/{id}`. */
  "@odata.id": string;
}

/** What every request function accepts besides what it is called with. */
export interface RequestOptions {
  headers?: HeaderOptions;
  /** Aborts the request, also while it waits for its next try. */
  signal?: AbortSignal | undefined;
  /** Milliseconds that one try may take; the client's by default. Content that is read as a stream may take longer. */
  timeout?: number | undefined;
  /** When the call is tried again, or how often; the client's by default. */
  retry?: number | RetryOptions | undefined;
}

/** What a request function accepts whose query is not documented. */
export interface CallOptions extends RequestOptions {
  query?: QueryOptions;
}
