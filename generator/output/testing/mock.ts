import { answerBatch } from "./batch.ts";
import { parseBody, statedType } from "./body.ts";
import {
  chooseExample,
  chooseMatch,
  findMatches,
  indexRoutes,
  type Asked,
  type Match,
} from "./find.ts";
import type { MockOperation, MockRequest } from "./model.ts";
import { nearestUrls } from "./nearest.ts";
import { pageOf } from "./pages.ts";
import { failure, toResponse } from "./respond.ts";

/** Settings of a mock. */
export interface MockOptions {
  readonly operations: readonly MockOperation[];
  /** Root URL of the service with its version. */
  readonly baseUrl: string;
  /** Names of operations that take precedence over others with the same URL. */
  readonly preferred?: ReadonlySet<string> | undefined;
  /** Responds to a request instead of its example; undefined for the example. */
  readonly reply?: ((request: MockRequest) => Promise<Response | undefined>) | undefined;
  /** Sends the requests of a batch; by default, the mock answers them. */
  readonly send?: ((request: Request) => Promise<Response>) | undefined;
  /** Number of letters in which two texts differ, to find the documented URLs that a request may mean. */
  readonly distance?: ((a: string, b: string) => number) | undefined;
}

/** Answers requests with the examples of the documentation. */
export interface Mock {
  /**
   * Answers a request.
   *
   * @param request request for a documented URL or a batch
   * @param operation name of the operation, if the caller knows it
   * @returns a response, which is an error if the URL is not documented
   */
  answer(request: Request, operation?: string): Promise<Response>;
  /** Reads a request of one operation; null if it is a request of another one. */
  read(request: Request, operation: string): Promise<MockRequest | null>;
}

/** Path below the base URL. Another version or none is accepted as well. */
function relativePath(url: URL, baseUrl: string): string {
  const pathname = url.pathname.replace(/(?<=.)\/+$/, "");
  const root = new URL(baseUrl).pathname.replace(/\/+$/, "");
  if (root !== "" && pathname.startsWith(`${root}/`)) return pathname.slice(root.length);
  return pathname.replace(/^\/(?:v\d[^/]*|beta)(?=\/)/i, "");
}

/** Reads `example=NAME` and `example=NAME.2` of the header `Prefer`. */
function preferredExample(headers: Headers): Pick<Asked, "operation" | "number"> {
  const text = /(?:^|[,;\s])example="?([\w$]+)(?:\.(\d+))?"?/i.exec(headers.get("prefer") ?? "");
  const number = text?.[2];
  return { operation: text?.[1], number: number === undefined ? undefined : Number(number) };
}

function askedOf(request: Request, body: unknown, baseUrl: string, operation?: string): Asked {
  const url = new URL(request.url);
  const preferred = preferredExample(request.headers);
  return {
    method: request.method,
    path: relativePath(url, baseUrl),
    search: url.search,
    type: statedType(body),
    ...preferred,
    operation: preferred.operation ?? operation,
  };
}

function toMockRequest(request: Request, { operation, values }: Match, body: unknown): MockRequest {
  const { method, headers } = request;
  return {
    operation: operation.name,
    method,
    url: new URL(request.url),
    path: values,
    headers,
    body,
  };
}

/** Answers with an example: a page of it if the request limits the number of items. */
function exampleResponse({ operation }: Match, asked: Asked, url: URL): Response {
  const example = chooseExample(operation, asked);
  if (example === undefined) {
    const count = operation.examples.length;
    return failure(
      400,
      undefined,
      `Unexpected example of ${operation.name}, expected a number up to ${String(count)}`,
    );
  }
  const top = Number(url.searchParams.get("$top") ?? Infinity);
  const isShown = example.url?.toLowerCase().includes("$top=") === true;
  const limit = isShown || Number.isNaN(top) ? Infinity : top;
  return toResponse(example, pageOf(example.json, url, limit));
}

function unknownUrl({ operations, distance }: MockOptions, asked: Asked): Response {
  const near = nearestUrls(operations, asked, distance);
  const expected = near.length === 0 ? "a documented URL" : near.join(" or ");
  const message = `Unexpected ${asked.method} ${asked.path}, which is not documented, expected ${expected}`;
  return failure(404, "UnknownUrl", message);
}

/**
 * Creates a mock. It needs no network: requests and responses are those of the platform.
 *
 * @param options operations to answer, and the base URL
 */
export function createMock(options: MockOptions): Mock {
  const { operations, baseUrl, reply } = options;
  const index = indexRoutes(operations);
  const root = baseUrl.replace(/\/+$/, "");
  async function answer(request: Request, operation?: string): Promise<Response> {
    const body = parseBody(await request.clone().text(), request.headers.get("content-type") ?? "");
    const asked = askedOf(request, body, root, operation);
    if (asked.method === "POST" && /^\/(?:\$|%24)batch$/i.test(asked.path)) {
      const below = request.url.replace(/\/(?:\$|%24)batch.*$/i, "");
      return await answerBatch(body, below, options.send ?? answer, (text) =>
        failure(400, undefined, text),
      );
    }
    const match = chooseMatch(findMatches(index, asked), asked, options.preferred);
    if (match === undefined) return unknownUrl(options, asked);
    const given = await reply?.(toMockRequest(request, match, body));
    return given ?? exampleResponse(match, asked, new URL(request.url));
  }
  return {
    answer,
    async read(request, operation) {
      const body = parseBody(
        await request.clone().text(),
        request.headers.get("content-type") ?? "",
      );
      const found = findMatches(index, askedOf(request, body, root));
      const match = found.find((each) => each.operation.name === operation);
      return match === undefined ? null : toMockRequest(request, match, body);
    },
  };
}
