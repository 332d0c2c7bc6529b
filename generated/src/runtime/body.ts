import type { ClientRequest } from "./graph-client.js";
import { RequestError } from "./error.js";
import type { JsonFormat } from "./json-format.js";

/** The body of an HTTP request. */
export interface RequestBody {
  readonly body: NonNullable<ClientRequest["body"]>;
  /** Content type; undefined if the platform derives it from the body. */
  readonly type: string | undefined;
}

/**
 * Writes a body as JSON.
 *
 * @param operation name of the request function
 * @param body body that the caller passed
 * @param json writes JSON
 * @throws RequestError if JSON cannot represent the body
 */
export function jsonBody(operation: string, body: unknown, json: JsonFormat): RequestBody {
  let reason: unknown;
  try {
    const text = json.stringify(body);
    if (typeof text === "string") return { body: text, type: "application/json" };
  } catch (error) {
    reason = error;
  }
  const message =
    "Unexpected body that JSON cannot represent, expected plain data without cycles, bigints or functions";
  throw new RequestError(operation, "argument", message, reason);
}
