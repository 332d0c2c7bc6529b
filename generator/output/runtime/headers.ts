/** Request headers by name. The listed headers have a meaning in the service; any other name is allowed. */
export interface HeaderOptions {
  /** Performs the request only if the object still has this ETag, its last `@odata.etag`; `*` matches any version. */
  "If-Match"?: string | undefined;
  /** Performs the request only if the object has a different ETag. */
  "If-None-Match"?: string | undefined;
  /** Requested behaviour, such as `return=representation`, `odata.maxpagesize=50` or `outlook.timezone="UTC"`. */
  Prefer?: string | undefined;
  /** `eventual` enables advanced queries of directory objects: `$count`, `$search` and some forms of `$filter`. */
  ConsistencyLevel?: "eventual" | (string & {}) | undefined;
  /** Workbook session that the request belongs to. */
  "workbook-session-id"?: string | undefined;
  /** Preferred languages of texts in the response, such as `en-US`. */
  "Accept-Language"?: string | undefined;
  /** Identifier that the caller gives to the request, for the logs of both sides. */
  "client-request-id"?: string | undefined;
  [name: string]: string | undefined;
}
