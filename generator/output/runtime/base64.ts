/**
 * Encodes bytes as base64.
 *
 * @param bytes bytes to encode
 * @returns the base64 text
 */
export function toBase64(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}

/**
 * Decodes base64 or base64url text.
 *
 * @param text text to decode
 * @returns the bytes, or null if the text is not valid base64
 */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> | null {
  try {
    return Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (char) =>
      char.charCodeAt(0),
    );
  } catch {
    return null;
  }
}
