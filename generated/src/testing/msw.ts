import { http, type HttpHandler } from "msw";
import { createMock } from "./mock.js";
import { allOperations, forEachFunction } from "./operations.js";
import { answerWith } from "./reply.js";
import { serviceUrl } from "./service-url.js";
import type { FunctionName, Reply } from "./types.js";
import type { Functions } from "./functions.js";

/** Settings of a handler. */
export interface HandlerOptions {
  /** Whether the handler answers only one request. */
  readonly once?: boolean;
}

/** Creates a handler for the requests of a request function; without a reply, the example of its page answers. */
export type CreateHandler<Call> = (reply?: Reply<Call>, options?: HandlerOptions) => HttpHandler;

/** Functions that create a handler, by the names of request functions, and as a list the handlers of all requests. */
export type Handlers = {
  readonly [Name in FunctionName]: CreateHandler<Functions[Name]>;
} & Iterable<HttpHandler>;

/** Settings of all handlers. */
export interface HandlersOptions {
  /** Root URL of the service with its version; by default, the one that the documentation uses. */
  readonly baseUrl?: string;
}

/**
 * Creates handlers for Mock Service Worker, in Node.js or in a browser.
 *
 * @param options base URL, if it is not that of the documentation
 * @example
 * ```ts
 * const local = createHandlers({ baseUrl: "http://localhost:3000/v1.0" });
 * const server = setupServer(...local);
 * ```
 */
export function createHandlers(options: HandlersOptions = {}): Handlers {
  const root = serviceUrl(options.baseUrl).replace(/\/+$/, "");
  const below = new RegExp(`^${root.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}/`, "i");
  // The requests of a batch are sent, so that other handlers can answer them.
  const send = (request: Request): Promise<Response> => fetch(request);
  const mock = createMock({ operations: allOperations(), baseUrl: root, send });
  const handlers = forEachFunction<Handlers>(
    (name) =>
      (reply: unknown, { once = false }: HandlerOptions = {}) => {
        let isUsed = false;
        return http.all(below, async ({ request }) => {
          const read = isUsed ? null : await mock.read(request, name);
          if (read === null) return undefined;
          isUsed = once;
          return (await answerWith(reply, read)) ?? (await mock.answer(request, name));
        });
      },
  );
  const all = http.all(below, ({ request }) => mock.answer(request));
  Object.defineProperty(handlers, Symbol.iterator, { value: () => [all].values() });
  return handlers;
}

/**
 * Handlers for Mock Service Worker: as a list, those that answer every documented request with its example, and for
 * each request function, a function that creates a handler for its requests.
 *
 * @example
 * ```ts
 * const server = setupServer(...handlers);
 * server.use(handlers.getUser({ displayName: "Ada" }));
 * ```
 */
export const handlers: Handlers = createHandlers();
