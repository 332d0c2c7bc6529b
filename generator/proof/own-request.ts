import type { ExampleRequestModel, OperationModel } from "../api/model.ts";
import { isItemKey } from "../util/item-key.ts";

/** Segments of a URL path in lower case, without host, version and query. */
function segmentsOf(url: string): readonly string[] {
  const path = url.replace(/[?#].*$/s, "").replace(/^https?:\/\/[^/]*\/(?:v[\d.]+|beta)(?=\/|$)/i, "");
  return path
    .toLowerCase()
    .split("/")
    .filter((segment) => segment !== "");
}

/** Name of a segment without namespace and without a key or arguments in parentheses. */
function nameOf(segment: string): string {
  return segment.replace(/\(.*$/s, "").replace(/^microsoft\.graph\./, "");
}

/**
 * Whether an example sends a request of the operation, and not of another one. Only the method and the last segment are
 * compared, as examples use `/me` and other short forms of paths.
 *
 * @param request null if the page shows only a response, which is assumed to be the operation's
 */
export function isOwnRequest(request: ExampleRequestModel | null, operation: OperationModel): boolean {
  if (request === null) return true;
  const last = segmentsOf(request.url).at(-1) ?? "";
  return operation.requests.some(({ method, path }) => {
    if (method !== request.method) return false;
    const template = path.toLowerCase().split("/").at(-1) ?? "";
    const isKey = /^[{<]/.test(template) || isItemKey(template);
    return isKey ? !last.startsWith("$") : nameOf(template) === nameOf(last);
  });
}
