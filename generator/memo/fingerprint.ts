import { sha256 } from "../util/hash.ts";

/** Characters of a hash that tell two values apart; as many hexadecimal digits as 128 bits have. */
const LENGTH = 32;

/** Objects never change once they are part of an input, so each is printed once. */
const known = new WeakMap<object, string>();

/**
 * Returns a short text that is equal for equal plain data, and for nothing else.
 *
 * @param value JSON, maps and sets; two maps are equal when they hold equal entries in the same order
 * @throws Error for a function or a symbol, which no fingerprint can stand for
 */
export function fingerprint(value: unknown): string {
  if (typeof value !== "object" || value === null) return scalar(value);
  const before = known.get(value);
  if (before !== undefined) return before;
  const found = sha256(print(value)).slice(0, LENGTH);
  known.set(value, found);
  return found;
}

function scalar(value: unknown): string {
  if (typeof value === "function" || typeof value === "symbol") {
    throw new Error(`Unexpected ${typeof value} in an input, expected plain data`);
  }
  if (value === undefined) return "";
  const text = JSON.stringify(value);
  return text.length <= LENGTH ? text : sha256(text).slice(0, LENGTH);
}

function print(value: object): string {
  if (value instanceof Map)
    return `map ${[...value].map(([key, item]) => `${fingerprint(key)} ${fingerprint(item)}`).join("\n")}`;
  if (value instanceof Set) return `set ${[...value].map(fingerprint).join("\n")}`;
  return JSON.stringify(value, (_, item: unknown) =>
    item instanceof Map || item instanceof Set ? fingerprint(item) : item,
  );
}
