import type { HeaderOptions } from "./headers.ts";
import type { QueryOptions } from "./query.ts";
import type { RetryOptions } from "./retry.ts";

export type { HeaderOptions } from "./headers.ts";
export type { QueryOptions, QueryValue } from "./query.ts";

/** Bodies that are sent unchanged: text, bytes, streams (including Node.js streams) and forms. */
export type RequestContent = NonNullable<RequestInit["body"]> | AsyncIterable<Uint8Array>;

/** A response that is not JSON. Its `body` is a stream; the methods of `Response` read it in other forms. */
export type ContentResponse = Response;

/** Body that refers to another object. */
export interface Reference {
  /** URL of the object, e.g. `https://graph.microsoft.com/v1.0/directoryObjects/{id}`. */
  "@odata.id": string;
}

/** Options that every request function accepts. */
export interface RequestOptions {
  headers?: HeaderOptions;
  /** Aborts the call, even during the delay before a retry. */
  signal?: AbortSignal | undefined;
  /** Milliseconds that one attempt may take; by default, that of the client. In a download, each chunk may. */
  timeout?: number | undefined;
  /** Retry options, or the maximum number of retries; by default, those of the client. */
  retry?: number | RetryOptions | undefined;
}

/** Options of a request function whose query options are not documented. */
export interface CallOptions extends RequestOptions {
  query?: QueryOptions;
}
