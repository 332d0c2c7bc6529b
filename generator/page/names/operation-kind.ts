import { lastSegment } from "../../util/paths.ts";
import { singular } from "../../util/singular.ts";
import type { OperationKind, RequestFacts } from "../model.ts";
import { findVerb } from "./split-name.ts";
import type { StatedOperation } from "./stated-operation.ts";

/** Title of an action or function: `user: sendMail`, but not `user: Add owner`. */
const CALLED = /^\w+\s*:\s*\w+(?:\s+(?:action|function|method))?$/i;

/** Determines the kind of an operation from its method, URL, title and statuses. */
export function operationKind(operation: StatedOperation): OperationKind {
  const [request] = operation.requests;
  if (request === undefined) return "action";
  const last = lastSegment(request.path);
  if (last === "$ref") return referenceKind(request);
  if (last === "$count") return "count";
  if (/^(?:\$value|content)$/i.test(last) && request.method !== "DELETE")
    return request.method === "GET" ? "getContent" : "putContent";
  if (/^delta$/i.test(last)) return "delta";
  return methodKind(operation, request);
}

function methodKind(operation: StatedOperation, request: RequestFacts): OperationKind {
  switch (request.method) {
    case "GET":
      if (isFunction(operation, request)) return "function";
      return isList(operation, request) ? "list" : "get";
    case "DELETE":
      return "delete";
    case "PATCH":
      return isByAlternateKey(request) ? "upsert" : "update";
    case "PUT":
      return isByAlternateKey(request) ? "upsert" : "replace";
    case "POST":
      return isCreate(operation, request) ? "create" : "action";
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

/** A PATCH of `/groups(uniqueName='{name}')` creates a group that does not exist. */
function isByAlternateKey({ path }: RequestFacts): boolean {
  return /\([^)]*=[^)]*\)$|=\{[^}]*\}$/.test(path);
}

function isFunction(operation: StatedOperation, request: RequestFacts): boolean {
  const last = request.path.split("/").at(-1) ?? "";
  const isCall = /^[\w.]+\(.*\)$/.test(last) && !request.path.endsWith("})");
  return (
    isCall ||
    operation.functionParameters.length > 0 ||
    /\bfunction$/i.test(operation.title) ||
    CALLED.test(operation.title)
  );
}

/** `user-list-manager` is a page about one manager. */
function isList({ nameParts, requests, response, title }: StatedOperation, { path }: RequestFacts): boolean {
  const verb = nameParts[findVerb({ nameParts, requests })] ?? "";
  const last = lastSegment(path);
  const type = response?.type ?? null;
  const isOne = type !== null && !type.collection && type.loosePlural !== true && singular(last) === last;
  return /^list$/i.test(verb) && !(isOne && title.toLowerCase() === `list ${last.toLowerCase()}`);
}

function isCreate(operation: StatedOperation, request: RequestFacts): boolean {
  if (/\baction$/i.test(operation.title) || CALLED.test(operation.title)) return false;
  const isNamedCreate = operation.nameParts.some((part) => /^(?:create|post|add)$/i.test(part));
  const isCreated = operation.response?.statuses.includes(201) === true;
  const segments = request.path.split("/");
  const isCalled = /^(?:create|add|copy|clone|move|invite)(?=[A-Z]|$)/.test(segments.at(-1) ?? "");
  return isNamedCreate || operation.requestBody?.created === true || (isCreated && !isCalled);
}
