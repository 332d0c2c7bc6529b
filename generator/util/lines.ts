/** A text, or its bytes in UTF-8. */
export type KeptText = string | Buffer;

/** Takes a text apart behind its first line, which ends with a line feed. */
export function splitLine<T extends KeptText>(text: T): readonly [line: string, rest: T];
export function splitLine(text: KeptText): readonly [line: string, rest: KeptText] {
  const end = text.indexOf("\n");
  return typeof text === "string"
    ? [text.slice(0, end), text.slice(end + 1)]
    : [text.toString("utf8", 0, end), text.subarray(end + 1)];
}
