/** Request headers by name; the ones that the service gives a meaning are named. */
export interface HeaderOptions {
  /** Does the request only when the object still has this ETag: the `@odata.etag` that was read, or `*`. */
  "If-Match"?: string | undefined;
  /** Does the request only when the object has another ETag. */
  "If-None-Match"?: string | undefined;
  /** Behaviour to ask for, e.g. `return=representation`, `odata.maxpagesize=50` or `outlook.timezone="UTC"`. */
  Prefer?: string | undefined;
  /** `eventual` for the advanced queries of directory objects: `$count`, `$search` and some of `$filter`. */
  ConsistencyLevel?: "eventual" | (string & {}) | undefined;
  /** Session of a workbook that the request belongs to. */
  "workbook-session-id"?: string | undefined;
  /** Languages of texts in the answer, by preference, e.g. `en-US`. */
  "Accept-Language"?: string | undefined;
  /** Id of the request, chosen by the caller, for the logs of both sides. */
  "client-request-id"?: string | undefined;
  [name: string]: string | undefined;
}
