import { sha256 } from "../util/hash.ts";

/** Length of a fingerprint: 128 bits in hexadecimal digits. */
const LENGTH = 32;

/** Cached fingerprints. Objects do not change once they are part of an input. */
const cache = new WeakMap<object, string>();

/**
 * Returns a short text that is equal for equal plain data, and for nothing else.
 *
 * @param value JSON, maps and sets; two maps are equal if they have equal entries in the same order
 * @throws Error for a function or a symbol, which are not plain data
 */
export function fingerprint(value: unknown): string {
  if (typeof value !== "object" || value === null) return scalar(value);
  const cached = cache.get(value);
  if (cached !== undefined) return cached;
  const found = sha256(print(value)).slice(0, LENGTH);
  cache.set(value, found);
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
  if (value instanceof Map) return `map ${[...value].map(([key, item]) => fingerprintEntry(key, item)).join("\n")}`;
  if (value instanceof Set) return `set ${[...value].map(fingerprint).join("\n")}`;
  // A replacer makes printing several times slower, and hardly any value needs it.
  if (!hasCollection(value)) return JSON.stringify(value);
  return JSON.stringify(value, (_, item: unknown) => (isCollection(item) ? fingerprint(item) : item));
}

function fingerprintEntry(key: unknown, item: unknown): string {
  return `${fingerprint(key)} ${fingerprint(item)}`;
}

function isCollection(value: unknown): boolean {
  return value instanceof Map || value instanceof Set;
}

/** Whether there is a map or a set anywhere in an object or an array. */
function hasCollection(value: object): boolean {
  const items: readonly unknown[] = Array.isArray(value) ? value : Object.values(value);
  for (const item of items) {
    if (typeof item === "object" && item !== null && (isCollection(item) || hasCollection(item))) return true;
  }
  return false;
}
