import type { ExampleRequestModel, OperationModel } from "../api/model.ts";

/** Segments of a path without host, version and query, in lower case. */
function segmentsOf(url: string): readonly string[] {
  const path = url.replace(/[?#].*$/s, "").replace(/^https?:\/\/[^/]*\/(?:v[\d.]+|beta)(?=\/|$)/i, "");
  return path
    .toLowerCase()
    .split("/")
    .filter((segment) => segment !== "");
}

/** Name of a segment without a key in parentheses, arguments of a function or a namespace. */
function nameOf(segment: string): string {
  return segment.replace(/\(.*$/s, "").replace(/^microsoft\.graph\./, "");
}

/**
 * Whether an example sends a request of the operation, and not another that the page shows beside it: by the method
 * and by the last segment, as examples write `/me` and other short forms before it.
 *
 * @param request null where the page shows a response only, which is taken for the operation's
 */
export function isOwnRequest(request: ExampleRequestModel | null, operation: OperationModel): boolean {
  if (request === null) return true;
  const last = segmentsOf(request.url).at(-1) ?? "";
  return operation.requests.some(({ method, path }) => {
    if (method !== request.method) return false;
    const template = path.toLowerCase().split("/").at(-1) ?? "";
    const isKey = /^[{<]/.test(template);
    return isKey ? !last.startsWith("$") : nameOf(template) === nameOf(last);
  });
}
