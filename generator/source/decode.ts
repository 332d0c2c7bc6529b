/** Larger files are not documentation, and parsing them would delay all other pages. */
const MAX_PAGE_BYTES = 4 * 1024 * 1024;

/** Decoded text, or the reason why it cannot be decoded. */
export type Decoded = { readonly text: string } | { readonly problem: string };

/**
 * Decodes a Markdown file. Line endings become `\n`, which preserves all lines and columns.
 *
 * @param bytes content of the file
 * @returns the text, or a description of the problem
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
