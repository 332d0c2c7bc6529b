/** One documented URL of an operation. */
export interface MockRoute {
  readonly method: string;
  /** Path below the base URL with placeholders: `{name}`, `{name:quoted}`, `{name:filePath}`. */
  readonly path: string;
  /** Query options that are part of the URL. */
  readonly query?: Readonly<Record<string, string>>;
}

/** A request and its response, as the page of an operation shows them. */
export interface MockExample {
  /** Path and query below the base URL; absent if the page shows only a response. */
  readonly url?: string;
  /** `@odata.type` of the request body, without `#`. */
  readonly type?: string;
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** JSON of the response. */
  readonly json?: unknown;
  /** Body of a response that is not JSON. */
  readonly text?: string;
}

/** An operation with its documented URLs and the examples of its page. */
export interface MockOperation {
  /** Name of the request function. */
  readonly name: string;
  readonly routes: readonly MockRoute[];
  readonly examples: readonly MockExample[];
  /** Index of the example that answers if a request selects none; 0 by default. */
  readonly main?: number;
  /** Full names of the types that its request body may state in `@odata.type`. */
  readonly types?: readonly string[];
  /** Options of the request function that send the request of an example. */
  readonly options?: unknown;
}

/** A request to one operation. */
export interface MockRequest {
  /** Name of the request function. */
  readonly operation: string;
  readonly method: string;
  readonly url: URL;
  /** Decoded values of the placeholders in the path, by name. */
  readonly path: Readonly<Record<string, string>>;
  readonly headers: Headers;
  /** Parsed JSON, the text of any other body, or undefined. */
  readonly body: unknown;
}
