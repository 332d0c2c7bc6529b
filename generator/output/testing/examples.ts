import { forEachFunction, operationOf } from "./operations.ts";
import type { Examples } from "./types.ts";

/**
 * The examples of the pages, by the names of the request functions. Each access returns a new copy, which tests may
 * change.
 *
 * @example
 * ```ts
 * const user = { ...examples.getUser.response, displayName: "Ada" };
 * ```
 */
export const examples: Examples = forEachFunction((name) => {
  const { examples: shown, main = 0, options = {} } = operationOf(name);
  const { status = 200, json, text } = shown[main] ?? {};
  return { request: options, response: status === 204 ? undefined : (json ?? text) };
});
