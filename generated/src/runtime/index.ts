export {
  createClient,
  type ClientOptions,
  type ClientRequest,
  type GraphClient,
} from "./client.js";
export type { Collection, ValueResult } from "./collection.js";
export { GraphError, type FailedResponse } from "./error.js";
export { hasODataType, type Exactly, type OrSubtype, type TypedObject } from "./odata-type.js";
export type { Operation, OperationOptions, PathValue, PathValues, Route } from "./operation.js";
export type {
  CallOptions,
  ContentResponse,
  HeaderOptions,
  QueryOptions,
  QueryValue,
  Reference,
  RequestContent,
} from "./options.js";
export { paginate } from "./paginate.js";
export { request, requestByRoute, requestContent, requestText } from "./request.js";
export type { TokenCredential, TokenFunction, TokenSource } from "./token.js";
