import type { ContentResponse, GraphClient, OptionsOf } from "../runtime/index.js";
import type { Functions } from "./functions.js";
import type { MockRequest } from "./model.js";

/** Name of a request function. */
export type FunctionName = Extract<keyof Functions, string>;

/** What a request function returns. */
type ResultOf<Call> = Call extends (client: GraphClient, options: never) => Promise<infer Result>
  ? Result
  : never;

/** Body of the response that a request function returns; text or bytes if it returns content. */
export type BodyOf<Call> =
  ResultOf<Call> extends ContentResponse ? string | Uint8Array | Blob : ResultOf<Call>;

/** Body of the request that a request function sends. */
export type SentBodyOf<Call> =
  OptionsOf<Call> extends { body: infer Body }
    ? Body
    : OptionsOf<Call> extends { body?: infer Body }
      ? Body
      : undefined;

/** A call as the page of its operation shows it. */
export interface Example<Call> {
  /** Options of the request function that send the request of the page. */
  readonly request: OptionsOf<Call>;
  /** What the request function returns for the response of the page. Content is text. */
  readonly response: ResultOf<Call> extends ContentResponse ? string : ResultOf<Call>;
}

/** The examples of all pages, by the names of the request functions. */
export type Examples = { readonly [Name in FunctionName]: Example<Functions[Name]> };

/** A request of a request function. A reply may return its body, as the service does for a new resource. */
export interface TypedRequest<Call> extends MockRequest {
  readonly body: SentBodyOf<Call> &
    (ResultOf<Call> extends object ? Partial<ResultOf<Call>> : unknown);
}

/** Response to a request: its body, or a whole response. */
export type Answer<Call> = BodyOf<Call> | Response;

/** How requests of a request function are answered; undefined for the example of the page. */
export type Reply<Call> =
  | Answer<Call>
  | ((request: TypedRequest<Call>) => Answer<Call> | undefined | Promise<Answer<Call> | undefined>)
  | undefined;

/** Replies by the names of request functions. */
export type Replies = { readonly [Name in FunctionName]?: Reply<Functions[Name]> };
