import { sha256 } from "../util/hash.ts";

/** Hash of a file in the manifest. It does not depend on line endings, as Git may check files out with CRLF. */
export function hashOf(text: string): string {
  return sha256(text.replaceAll("\r\n", "\n"));
}
