import type { ClientRequest, GraphClient } from "./graph-client.ts";
import { RequestError } from "./error.ts";

/**
 * Resolves a link of the service, which may be absolute, relative to the base URL, or relative to the host.
 *
 * @param baseUrl base URL of the service
 * @param link link from a response
 * @param from absolute URL that a link without a leading slash is relative to
 * @returns an absolute URL, or the link itself if it is not valid
 */
export function resolveLink(baseUrl: string, link: string, from = baseUrl): string {
  if (URL.canParse(link)) return link;
  const { pathname } = new URL(baseUrl);
  const isFromRoot = link.startsWith("/") && !link.startsWith("//");
  const text = isFromRoot && !link.startsWith(`${pathname}/`) ? baseUrl + link : link;
  return URL.canParse(text, from) ? new URL(text, from).href : link;
}

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
 * @param onSend receives the name of the request function and the absolute URL of the request
 * @returns a client that throws a RequestError if the link leads to another origin
 */
export function clientForLink(
  client: GraphClient,
  link: string | null,
  onSend: (name: string, url: string) => void,
): GraphClient {
  const { baseUrl } = client;
  return {
    ...client,
    async send(request) {
      const { operation = "paginate", url } = request;
      onSend(operation, link ?? (url.startsWith("/") ? baseUrl + url : url));
      if (link === null) return await client.send(request);
      checkLink(baseUrl, operation, link);
      return await client.send(follow(request, link));
    },
  };
}
