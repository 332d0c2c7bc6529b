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
 * @returns the bytes, or null if the text is not what an encoder writes
 */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> | null {
  const plain = text
    .replaceAll("-", "+")
    .replaceAll("_", "/")
    .replace(/={1,2}$/, "");
  try {
    const decoded = atob(plain);
    // `atob` also accepts spaces and unused bits.
    if (btoa(decoded).replace(/={1,2}$/, "") !== plain) return null;
    return Uint8Array.from(decoded, (char) => char.charCodeAt(0));
  } catch {
    return null;
  }
}
