import { sha256 } from "../util/hash.ts";

/** Returns the hash of several texts, which depends on each text and on their number. */
export function keyOf(...parts: readonly string[]): string {
  return sha256(parts.map((part) => `${part.length}:${part}`).join(""));
}
