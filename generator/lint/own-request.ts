import {
  operationsOf,
  type ExampleModel,
  type ExampleRequestModel,
  type OperationFacts,
  type Page,
  type PropertyFacts,
  type RequestFacts,
} from "../page/model.ts";
import { escapePattern } from "./place.ts";

/** Path of a URL without host, version and query. */
export function pathOf(url: string): string {
  const path = url.replace(/[?#].*$/s, "").replace(/^https?:\/\/[^/]*/i, "");
  return path.replace(/^\/?(?:v\d+(?:\.\d+)?|beta)(?=\/|$)/i, "").replace(/\/+$/, "");
}

/** A pattern that matches the URLs of a documented path. */
function templatePattern({ path, parameters }: RequestFacts): RegExp {
  let pattern = "";
  let end = 0;
  for (const { placeholder, offset, form } of parameters) {
    pattern += `${escapePattern(path.slice(end, offset))}${form === "filePath" ? ".+" : "[^/]+"}`;
    end = offset + placeholder.length;
  }
  return new RegExp(`^${pattern}${escapePattern(path.slice(end))}$`, "i");
}

/** The documented request that an example sends; null if it sends a different request. */
export function documentedRequest(request: ExampleRequestModel, operation: OperationFacts): RequestFacts | null {
  const path = pathOf(request.url);
  return operation.requests.find((each) => each.method === request.method && matches(each, path)) ?? null;
}

/** The documented request with the URL of an example, regardless of its method. */
export function requestOfPath(request: ExampleRequestModel, operation: OperationFacts): RequestFacts | null {
  const path = pathOf(request.url);
  return operation.requests.find((each) => matches(each, path)) ?? null;
}

function matches(request: RequestFacts, path: string): boolean {
  return path.length < 2000 && templatePattern(request).test(path.startsWith("/") ? path : `/${path}`);
}

/** Examples of all operations of a page. */
export function examplesOf(page: Page): readonly ExampleModel[] {
  return operationsOf(page).flatMap(({ examples }) => examples);
}

/** Rows of the request bodies of all operations of a page. */
export function bodyRows(page: Page): readonly PropertyFacts[] {
  return operationsOf(page).flatMap(({ requestBody }) => requestBody?.properties ?? []);
}

/** Examples that send a documented request of their operation. */
export function ownExamples(operation: OperationFacts): readonly ExampleModel[] {
  return operation.examples.filter(({ request }) => request !== null && documentedRequest(request, operation) !== null);
}
