/**
 * Control characters, line separators and marks that change the reading direction. Text of the docs must not control a
 * terminal, end a line of a report, or look different from what it is.
 */
const UNSAFE = /[\p{Cc}\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu;
/** Line breaks and tabs belong to a text of several lines. */
const UNSAFE_IN_TEXT = /(?![\n\t])[\p{Cc}\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu;
/** Starts of a workflow command: a CI service runs it from any line that is printed, `##[` even within a line. */
const COMMANDS = /(?<=^[^\S\n]*):(?=:)|#(?=#\[)/gm;

/** Writes text on one line, with each unsafe character as its code point (`\u{202e}`) and without workflow commands. */
export function visible(text: string): string {
  return text.replace(UNSAFE, codePoint).replace(COMMANDS, codePoint);
}

/** Writes text with its line breaks and tabs, and each other unsafe character as its code point. */
export function visibleText(text: string): string {
  return text.replace(UNSAFE_IN_TEXT, codePoint);
}

/** Writes text for a terminal or the log of a CI service: like `visibleText`, and without workflow commands. */
export function terminalText(text: string): string {
  return visibleText(text).replace(COMMANDS, codePoint);
}

/** Prints a value as JSON: with its exact content, but without unsafe characters and workflow commands. */
export function jsonText(value: unknown, indent = 2): string {
  return escapeQuoted(JSON.stringify(value, null, indent));
}

/** Escapes the unsafe characters in quoted strings of JSON or YAML, whose line breaks are escaped already. */
export function escapeQuoted(text: string): string {
  const unit = (char: string): string => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`;
  return text.replace(UNSAFE_IN_TEXT, unit).replace(/#(?=#\[)/g, unit);
}

function codePoint(char: string): string {
  return `\\u{${(char.codePointAt(0) ?? 0).toString(16)}}`;
}
