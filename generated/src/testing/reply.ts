import type { Collection } from "../runtime/index.js";
import type { MockRequest } from "./model.js";
import { pageAt } from "./pages.js";

/** A reply, or a function that computes it from the request. */
type Replying<T> = T | ((request: MockRequest) => T | Promise<T>);

function isFunction<T>(reply: Replying<T>): reply is (request: MockRequest) => T | Promise<T> {
  return typeof reply === "function";
}

/**
 * Creates the response of a reply.
 *
 * @param reply body, response, or a function that returns one of them
 * @param request request to answer
 * @returns undefined if the example of the page answers
 */
export async function answerWith(
  reply: unknown,
  request: MockRequest,
): Promise<Response | undefined> {
  const answer = isFunction(reply) ? await reply(request) : reply;
  if (answer === undefined) return undefined;
  // A body can be read once, and a reply may answer several requests.
  if (answer instanceof Response) return answer.clone();
  if (typeof answer === "string" || answer instanceof Uint8Array || answer instanceof Blob) {
    const content = answer instanceof Uint8Array ? new Uint8Array(answer) : answer;
    return new Response(content, { headers: contentType(answer) });
  }
  return Response.json(answer);
}

function contentType(answer: string | Uint8Array | Blob): Readonly<Record<string, string>> {
  if (typeof answer === "string") return { "content-type": "text/plain" };
  const type = answer instanceof Blob ? answer.type : "";
  return { "content-type": type === "" ? "application/octet-stream" : type };
}

/**
 * Creates a reply that answers successive requests differently. The last reply also answers all further requests.
 *
 * @param replies replies in the order of the requests; undefined for the example of the page
 * @example
 * ```ts
 * const client = createTestClient({ getUser: inTurn(throttled(), { displayName: "Ada" }) });
 * ```
 */
export function inTurn<T>(
  ...replies: readonly NoInfer<Replying<T> | undefined>[]
): (request: MockRequest) => Promise<T | undefined> {
  const list: readonly (Replying<T> | undefined)[] = replies;
  let next = 0;
  return async (request) => {
    const [reply] = list.slice(Math.min(next, list.length - 1));
    next += 1;
    return isFunction(reply) ? await reply(request) : reply;
  };
}

/**
 * Creates a reply that answers with a list in several pages, which their `@odata.nextLink` connects.
 *
 * @param items items of each page
 * @example
 * ```ts
 * const client = createTestClient({ listUsers: pages([{ id: "1" }], [{ id: "2" }]) });
 * ```
 */
export function pages<T>(
  ...items: readonly (readonly T[])[]
): (request: MockRequest) => Collection<T> {
  return ({ url }) => pageAt(items, url);
}
