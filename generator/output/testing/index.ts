export { examples } from "./examples.ts";
export type { MockRequest } from "./model.ts";
export { inTurn, pages } from "./reply.ts";
export { failure, throttled } from "./respond.ts";
export { createTestClient, type TestClient, type TestClientOptions } from "./test-client.ts";
export type {
  Answer,
  Example,
  Examples,
  FunctionName,
  Replies,
  Reply,
  TypedRequest,
} from "./types.ts";
export type { Functions } from "./functions.ts";
