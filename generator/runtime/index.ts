export { createClient, type ClientOptions, type ClientRequest, type GraphClient } from "./client.ts";
export type { Collection, ValueResult } from "./collection.ts";
export { GraphError, type FailedResponse } from "./error.ts";
export { hasODataType, type Exactly, type OrSubtype, type TypedObject } from "./odata-type.ts";
export type { Operation, OperationOptions, PathValue, PathValues, Route } from "./operation.ts";
export type {
  CallOptions,
  ContentResponse,
  HeaderOptions,
  QueryOptions,
  QueryValue,
  Reference,
  RequestContent,
} from "./options.ts";
export { paginate } from "./paginate.ts";
export { request, requestByRoute, requestContent, requestText } from "./request.ts";
export type { TokenCredential, TokenFunction, TokenSource } from "./token.ts";
