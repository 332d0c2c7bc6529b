export { examples } from "./examples.js";
export type { MockRequest } from "./model.js";
export { inTurn, pages } from "./reply.js";
export { failure, throttled } from "./respond.js";
export { createTestClient, type TestClient, type TestClientOptions } from "./test-client.js";
export type {
  Answer,
  Example,
  Examples,
  FunctionName,
  Replies,
  Reply,
  TypedRequest,
} from "./types.js";
export type { Functions } from "./functions.js";
