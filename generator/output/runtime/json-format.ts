/** Reads and writes the JSON of requests and responses, like the global `JSON`. */
export interface JsonFormat {
  /** Parses the body of a response. Throws an error if the text is not JSON. */
  readonly parse: (text: string) => ReturnType<typeof JSON.parse>;
  /** Writes the body of a request. Returns undefined or throws an error if JSON cannot represent the value. */
  readonly stringify: (value: unknown) => string | undefined;
}
