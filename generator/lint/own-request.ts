import type { ExampleModel, ExampleRequestModel, OperationFacts, RequestFacts } from "../page/model.ts";
import { escapePattern } from "./place.ts";

/** Path of a URL without host, version and query. */
export function pathOf(url: string): string {
  const path = url.replace(/[?#].*$/s, "").replace(/^https?:\/\/[^/]*/i, "");
  return path.replace(/^\/?(?:v\d+(?:\.\d+)?|beta)(?=\/|$)/i, "").replace(/\/+$/, "");
}

/** A documented path as a pattern of the URLs that it stands for. */
function templatePattern({ path, parameters }: RequestFacts): RegExp {
  let pattern = "";
  let end = 0;
  for (const { placeholder, offset, form } of parameters) {
    pattern += `${escapePattern(path.slice(end, offset))}${form === "filePath" ? ".+" : "[^/]+"}`;
    end = offset + placeholder.length;
  }
  return new RegExp(`^${pattern}${escapePattern(path.slice(end))}$`, "i");
}

/** The documented request that an example sends, by its URL; null where it sends none of them. */
export function documentedRequest(request: ExampleRequestModel, operation: OperationFacts): RequestFacts | null {
  const path = pathOf(request.url);
  return operation.requests.find((each) => each.method === request.method && matches(each, path)) ?? null;
}

/** The documented request whose URL an example uses with another method. */
export function requestOfPath(request: ExampleRequestModel, operation: OperationFacts): RequestFacts | null {
  const path = pathOf(request.url);
  return operation.requests.find((each) => matches(each, path)) ?? null;
}

function matches(request: RequestFacts, path: string): boolean {
  return path.length < 2000 && templatePattern(request).test(path.startsWith("/") ? path : `/${path}`);
}

/** Examples that send the page's own request, and those that show its answer alone. */
export function ownExamples(operation: OperationFacts | null): readonly ExampleModel[] {
  if (operation === null) return [];
  return operation.examples.filter(({ request }) => request !== null && documentedRequest(request, operation) !== null);
}
