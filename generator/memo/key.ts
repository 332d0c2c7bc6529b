import { sha256 } from "../util/hash.ts";

/** Returns the hash of several texts; where one of them differs, or the number of them, the hash differs. */
export function keyOf(...parts: readonly string[]): string {
  return sha256(parts.map((part) => `${part.length}:${part}`).join(""));
}
