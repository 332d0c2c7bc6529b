import type { ClientRequest, GraphClient } from "./graph-client.js";
import { RequestError } from "./error.js";

function checkLink(baseUrl: string, operation: string, link: string): void {
  const { origin } = new URL(baseUrl);
  if (URL.canParse(link) && new URL(link).origin === origin) return;
  throw new RequestError(
    operation,
    "response",
    `Unexpected link to another origin, expected ${origin}`,
  );
}

/** Repeats a request for a page that the service linked to. */
function follow(request: ClientRequest, url: string): ClientRequest {
  const headers = new Headers(request.headers);
  headers.delete("content-type");
  return { ...request, method: "GET", url, headers, body: undefined };
}

/**
 * Creates a client that sends the request of a request function to a link instead of the URL of the function.
 *
 * @param client sends the request
 * @param link link from a response of the service; null for the URL of the function
 * @param onSend receives the name of the request function
 * @returns a client that throws a RequestError if the link leads to another origin
 */
export function clientForLink(
  client: GraphClient,
  link: string | null,
  onSend: (name: string) => void,
): GraphClient {
  const { baseUrl } = client;
  return {
    baseUrl,
    async send(request) {
      const { operation = "paginate" } = request;
      onSend(operation);
      if (link === null) return await client.send(request);
      checkLink(baseUrl, operation, link);
      return await client.send(follow(request, link));
    },
  };
}
