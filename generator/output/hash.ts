import { sha256 } from "../util/hash.ts";

/** Hash of a file as the manifest has it. Git may check files out with CRLF; that alone is neither a change nor an edit. */
export function hashOf(text: string): string {
  return sha256(text.replaceAll("\r\n", "\n"));
}
