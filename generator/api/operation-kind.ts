import type { OperationFacts, Page, RequestFacts } from "../page/model.ts";
import type { OperationKind } from "./model.ts";

/** Last fixed segment of a path without cast, arguments and namespace: `assign`, `delta`, `$ref`. */
export function lastSegment(path: string): string {
  const last = path.split("/").at(-1) ?? "";
  return last.replace(/\(.*$/, "").split(".").at(-1) ?? "";
}

/**
 * Tells what an operation does from its method, its URL, its title and its statuses.
 *
 * @param page the operation's page
 * @param operation facts of the page
 * @param returnsCollection whether the response is a collection
 */
export function operationKind(page: Page, operation: OperationFacts, returnsCollection: boolean): OperationKind {
  const [request] = operation.requests;
  if (request === undefined) return "action";
  const last = lastSegment(request.path);
  if (last === "$ref") return referenceKind(request);
  if (last === "$count") return "count";
  if (/^(?:\$value|content)$/i.test(last)) return request.method === "GET" ? "getContent" : "putContent";
  if (/^delta$/i.test(last)) return "delta";
  return methodKind(page, operation, request, returnsCollection);
}

function methodKind(
  page: Page,
  operation: OperationFacts,
  request: RequestFacts,
  returnsCollection: boolean,
): OperationKind {
  switch (request.method) {
    case "GET":
      if (isFunction(page, operation, request)) return "function";
      return returnsCollection || operation.nameParts.some((part) => /^list$/i.test(part)) ? "list" : "get";
    case "DELETE":
      return "delete";
    case "PATCH":
      return isByAlternateKey(request) ? "upsert" : "update";
    case "PUT":
      return isByAlternateKey(request) ? "upsert" : "replace";
    case "POST":
      return isCreate(page, operation, request) ? "create" : "action";
  }
}

function referenceKind({ method }: RequestFacts): OperationKind {
  switch (method) {
    case "POST":
      return "addReference";
    case "PUT":
    case "PATCH":
      return "setReference";
    case "DELETE":
      return "removeReference";
    case "GET":
      return "list";
  }
}

/** `/groups(uniqueName='{name}')` creates what is not there. */
function isByAlternateKey({ path }: RequestFacts): boolean {
  return /\([^)]*=[^)]*\)$|=\{[^}]*\}$/.test(path);
}

function isFunction(page: Page, operation: OperationFacts, request: RequestFacts): boolean {
  const last = request.path.split("/").at(-1) ?? "";
  const isCall = /^[\w.]+\(.*\)$/.test(last) && !request.path.endsWith("})");
  return (
    isCall ||
    operation.functionParameters.length > 0 ||
    /\bfunction$/i.test(page.title) ||
    /^\w+\s*:\s*\w+/.test(page.title)
  );
}

function isCreate(page: Page, operation: OperationFacts, request: RequestFacts): boolean {
  if (/\baction$/i.test(page.title) || /^\w+\s*:\s*\w+/.test(page.title)) return false;
  const isNamedCreate = operation.nameParts.some((part) => /^(?:create|post|add)$/i.test(part));
  const isCreated = operation.response?.statuses.includes(201) === true;
  const segments = request.path.split("/");
  const isCalled = /^(?:create|add|copy|clone|move|invite)(?=[A-Z]|$)/.test(segments.at(-1) ?? "");
  return isNamedCreate || (isCreated && !isCalled);
}
