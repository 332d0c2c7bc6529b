import { createServer, type RequestListener } from "node:http";
import { afterEach, expect } from "vitest";
import { startService, type Answer, type Received, type Service } from "./service.ts";

/** Starts services that end with the test. */
export interface Serving {
  /** A service that answers as told. */
  readonly serve: (answer: (request: Received) => Answer | null) => Promise<Service>;
  /** A server that does as it likes with its connections; gives its origin. */
  readonly serveRaw: (listener: RequestListener) => Promise<string>;
}

/** Makes a test file's services end with each test. */
export function useServices(): Serving {
  const closing: (() => unknown)[] = [];
  afterEach(async () => {
    await Promise.all(closing.splice(0).map((close) => close()));
  });
  return {
    async serve(answer) {
      const service = await startService(answer);
      closing.push(() => service.close());
      return service;
    },
    async serveRaw(listener) {
      const server = createServer(listener);
      await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
      closing.push(() => {
        server.closeAllConnections();
        server.close();
      });
      const address = server.address();
      if (address === null || typeof address === "string") throw new Error("Unexpected server without a port");
      return `http://127.0.0.1:${String(address.port)}`;
    },
  };
}

/** What a promise is rejected with. */
export async function reasonOf(promise: Promise<unknown>): Promise<unknown> {
  try {
    await promise;
  } catch (error) {
    return error;
  }
  throw new Error("Unexpected success, expected a failure");
}

/** What expects a text that contains another. */
export function containing(text: string): unknown {
  return expect.stringContaining(text);
}

/** What expects an error of a class, or of a name. */
export function errorLike(want: { readonly name?: string; readonly message?: string }): unknown {
  return expect.objectContaining(want);
}
