import type { GraphClient } from "./graph-client.ts";
import { RequestError } from "./error.ts";

/** The result of a call together with the status and headers of its response. */
export interface WithResponse<T> {
  /** What the call returns by itself. */
  readonly data: T;
  /** HTTP status, such as 200 or 201. */
  readonly status: number;
  readonly headers: Headers;
}

/**
 * Makes a call and returns its result together with the status and headers of the response. The error of a failed call
 * has both as well, see {@link GraphError}.
 *
 * @param client sends the request; also the client of a batch
 * @param call makes one call with the client that it receives
 * @returns the result, and the status and headers of the last response that the call received
 * @throws the error of the call
 * @example
 * ```ts
 * const { data, headers } = await withResponse(client, (c) => createUser(c, { body }));
 * console.log(data.id, headers.get("location"));
 * ```
 */
export async function withResponse<T>(
  client: GraphClient,
  call: (client: GraphClient) => Promise<T>,
): Promise<WithResponse<T>> {
  const seen: { response?: Response } = {};
  const data = await call({
    ...client,
    send: async (request) => (seen.response = await client.send(request)),
  });
  if (seen.response === undefined)
    throw new RequestError(
      "withResponse",
      "argument",
      "Unexpected call without a request, expected one with the client that it receives",
    );
  const { status, headers } = seen.response;
  return { data, status, headers };
}
