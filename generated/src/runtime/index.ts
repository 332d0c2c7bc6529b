export { batch, batchSettled, type BatchCalls, type BatchStep } from "./batch.js";
export type { BatchOptions } from "./batch-run.js";
export { createClient } from "./client.js";
export type {
  Collection,
  ItemOf,
  ListFunction,
  OptionsOf,
  SelectedItem,
  ValueResult,
} from "./collection.js";
export { withContent, withContentOrJson } from "./content.js";
export { delta, type DeltaOptions } from "./delta.js";
export { GraphError, RequestError, type FailedResponse, type RequestErrorKind } from "./error.js";
export type { ClientOptions, ClientRequest, GraphClient } from "./graph-client.js";
export type { HookRequest, Hooks, RetryEvent } from "./hooks.js";
export { exactIntegers } from "./json.js";
export type { JsonFormat } from "./json-format.js";
export { monitor, watchMonitor, type MonitorOptions, type MonitorState } from "./monitor.js";
export {
  getAnnotation,
  getProperty,
  hasODataType,
  type Bindable,
  type Exactly,
  type ODataObject,
  type OrSubtype,
  type RequiredUnless,
  type TypedObject,
  type Writable,
} from "./odata-type.js";
export type { Operation, OperationOptions, PathValue, PathValues, Route } from "./operation.js";
export type {
  CallOptions,
  ContentResponse,
  HeaderOptions,
  QueryOptions,
  QueryValue,
  Reference,
  RequestContent,
  RequestOptions,
} from "./options.js";
export { paginate, type PageOptions, type Pages } from "./paginate.js";
export type {
  BinaryString,
  DateString,
  DateTimeString,
  DurationString,
  GuidString,
  Int64,
  NumberTypes,
  TimeString,
} from "./primitives.js";
export type {
  CountQuery,
  ExpandItem,
  ExpandOption,
  GetQuery,
  ListQuery,
  OrderItem,
  OrderOption,
  Selected,
  SelectKey,
  SelectOption,
} from "./query.js";
export { request, requestByRoute, requestContent, requestText, requestVoid } from "./request.js";
export type { RetryOptions } from "./retry.js";
export type {
  AccessToken,
  TokenCredential,
  TokenDemand,
  TokenFunction,
  TokenSource,
} from "./token.js";
export {
  cancelUpload,
  upload,
  type SizedStream,
  type UploadContent,
  type UploadOptions,
  type UploadProgress,
  type UploadTarget,
} from "./upload.js";
export { withResponse, type WithResponse } from "./with-response.js";
