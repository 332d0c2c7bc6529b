export { batch, batchSettled, type BatchCalls, type BatchStep } from "./batch.js";
export type { BatchOptions } from "./batch-run.js";
export { createClient } from "./client.js";
export type { Collection, ValueResult } from "./collection.js";
export { GraphError, RequestError, type FailedResponse, type RequestErrorKind } from "./error.js";
export type { ClientOptions, ClientRequest, GraphClient } from "./graph-client.js";
export type { HookRequest, Hooks, RetryEvent } from "./hooks.js";
export { monitor, watchMonitor, type MonitorOptions, type MonitorState } from "./monitor.js";
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
export { paginate, type Pages } from "./paginate.js";
export { request, requestByRoute, requestContent, requestText } from "./request.js";
export type { RetryOptions } from "./retry.js";
export type {
  AccessToken,
  TokenCredential,
  TokenDemand,
  TokenFunction,
  TokenSource,
} from "./token.js";
