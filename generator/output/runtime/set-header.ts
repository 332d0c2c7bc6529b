import { RequestError } from "./error.ts";

/**
 * Sets a header.
 *
 * @param operation name of the request function, for the error
 * @param headers headers to change
 * @param name name of the header
 * @param value value of the header
 * @throws RequestError if HTTP does not allow the header; the error of the platform would contain the value
 */
export function setHeader(operation: string, headers: Headers, name: string, value: string): void {
  try {
    headers.set(name, value);
  } catch {
    throw new RequestError(
      operation,
      "argument",
      `Unexpected header ${name}, expected text without line breaks`,
    );
  }
}
