import { createClient, type ClientOptions, type GraphClient } from "../runtime/index.ts";
import { createMock } from "./mock.ts";
import type { MockRequest } from "./model.ts";
import { allOperations } from "./operations.ts";
import { answerWith } from "./reply.ts";
import { serviceUrl } from "./service-url.ts";
import type { Replies } from "./types.ts";

/** Settings of a test client: those of a client, except how its requests are sent. */
export type TestClientOptions = Omit<ClientOptions, "fetch">;

/** A client that sends nothing over a network. */
export interface TestClient extends GraphClient {
  /** The requests so far, including those in batches, in the order in which they were answered. */
  readonly requests: readonly MockRequest[];
}

/** Header with the name of the request function, which `fetch` does not receive otherwise. */
const FUNCTION = "x-mock-function";

/**
 * Creates a client whose requests are answered by the examples of the documentation. Everything else is that of a real
 * client: URLs, headers, bodies, retries, hooks, pages and batches.
 *
 * @param replies replies in place of the examples, by the names of request functions
 * @param options settings of the client; a retry without `Retry-After` has no delay by default
 * @example
 * ```ts
 * const client = createTestClient({
 *   getUser: { displayName: "Ada" },
 *   createUser: ({ body }) => ({ ...body, id: "1" }),
 *   deleteUser: failure(403),
 * });
 * await offboard(client, "1");
 * expect(client.requests.map(({ operation }) => operation)).toEqual(["getUser", "deleteUser"]);
 * ```
 */
export function createTestClient(
  replies: Replies = {},
  options: TestClientOptions = {},
): TestClient {
  const requests: MockRequest[] = [];
  const given = new Map<string, unknown>(Object.entries(replies));
  const client = createClient({
    retry: { delay: () => 0 },
    ...options,
    baseUrl: serviceUrl(options.baseUrl),
    fetch: async (input, init) => {
      const request = new Request(input, init);
      const name = request.headers.get(FUNCTION) ?? undefined;
      request.headers.delete(FUNCTION);
      return await mock.answer(request, name);
    },
  });
  const mock = createMock({
    operations: allOperations(),
    baseUrl: client.baseUrl,
    preferred: new Set(given.keys()),
    reply: (request) => {
      requests.push(request);
      return answerWith(given.get(request.operation), request);
    },
  });
  return {
    ...client,
    requests,
    send: (request) => {
      const headers = new Headers(request.headers);
      if (request.operation !== undefined) headers.set(FUNCTION, request.operation);
      return client.send({ ...request, headers });
    },
  };
}
