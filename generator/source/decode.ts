/** Pages above this size are not prose for people; parsing one would hold up all others. */
const MAX_PAGE_BYTES = 4 * 1024 * 1024;

/** A decoded text, or the reason why there is none. */
export type Decoded = { readonly text: string } | { readonly problem: string };

/**
 * Decodes a Markdown file. Line ends become `\n`, which keeps every line and column true.
 *
 * @param bytes content of the file
 * @returns the text, or what is wrong with the bytes
 */
export function decode(bytes: Uint8Array): Decoded {
  if (bytes.length > MAX_PAGE_BYTES)
    return { problem: `${String(bytes.length)} bytes, the limit is ${String(MAX_PAGE_BYTES)}` };
  if (bytes.includes(0)) return { problem: "binary content" };
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return { text: text.replace(/\r\n?/g, "\n") };
  } catch {
    return { problem: "bytes that are not UTF-8" };
  }
}
