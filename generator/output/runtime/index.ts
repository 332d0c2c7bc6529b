export { batch, batchSettled, type BatchCalls, type BatchStep } from "./batch.ts";
export type { BatchOptions } from "./batch-run.ts";
export { createClient } from "./client.ts";
export type {
  Collection,
  ItemOf,
  ListFunction,
  OptionsOf,
  SelectedItem,
  ValueResult,
} from "./collection.ts";
export { withContent, withContentOrJson } from "./content.ts";
export { delta, type DeltaOptions } from "./delta.ts";
export { GraphError, RequestError, type FailedResponse, type RequestErrorKind } from "./error.ts";
export type { ClientOptions, ClientRequest, GraphClient } from "./graph-client.ts";
export type { HookRequest, Hooks, RetryEvent } from "./hooks.ts";
export { exactIntegers } from "./json.ts";
export type { JsonFormat } from "./json-format.ts";
export { monitor, watchMonitor, type MonitorOptions, type MonitorState } from "./monitor.ts";
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
} from "./odata-type.ts";
export type { Operation, OperationOptions, PathValue, PathValues, Route } from "./operation.ts";
export type {
  CallOptions,
  ContentResponse,
  HeaderOptions,
  QueryOptions,
  QueryValue,
  Reference,
  RequestContent,
  RequestOptions,
} from "./options.ts";
export { paginate, type PageOptions, type Pages } from "./paginate.ts";
export type {
  BinaryString,
  DateString,
  DateTimeString,
  DurationString,
  GuidString,
  Int64,
  NumberTypes,
  TimeString,
} from "./primitives.ts";
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
} from "./query.ts";
export { request, requestByRoute, requestContent, requestText, requestVoid } from "./request.ts";
export type { RetryOptions } from "./retry.ts";
export type {
  AccessToken,
  TokenCredential,
  TokenDemand,
  TokenFunction,
  TokenSource,
} from "./token.ts";
export {
  cancelUpload,
  upload,
  type SizedStream,
  type UploadContent,
  type UploadOptions,
  type UploadProgress,
  type UploadTarget,
} from "./upload.ts";
export { withResponse, type WithResponse } from "./with-response.ts";
