import type { ClientRequest, GraphClient } from "./graph-client.ts";
import { RequestError } from "./error.ts";

function checkLink(baseUrl: string, operation: string, link: string): void {
  const { origin } = new URL(baseUrl);
  if (URL.canParse(link) && new URL(link).origin === origin) return;
  throw new RequestError(
    operation,
    "response",
    `Unexpected link to another origin, expected ${origin}`,
  );
}

/** The same request for a page that the service linked to. */
function follow(request: ClientRequest, url: string): ClientRequest {
  const headers = new Headers(request.headers);
  headers.delete("content-type");
  return { ...request, method: "GET", url, headers, body: undefined };
}

/**
 * A client that sends a request function's request to a link, as it is but for its URL.
 *
 * @param link of the service; null for the function's own URL
 * @param onSend told the name of the request function
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
