import { RequestError } from "./error.js";

/** Longest time in milliseconds that a timer accepts. A longer timer would end at once. */
export const LONGEST_TIMER = 2 ** 31 - 1;

/**
 * Checks the numbers among the options of a call.
 *
 * @param operation name of the request function, for the error
 * @param options numbers by the name of their option
 * @throws RequestError if a number is negative or not a number
 */
export function checkNumbers(
  operation: string,
  options: Readonly<Record<string, number | undefined>>,
): void {
  for (const [name, value = 0] of Object.entries(options))
    if (!(value >= 0))
      throw new RequestError(
        operation,
        "argument",
        `Unexpected ${name} ${value}, expected 0 or a positive number`,
      );
}
