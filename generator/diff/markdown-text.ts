/** Signs that end a line, are invisible or turn the direction of what follows. */
const UNSHOWN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu;

/**
 * Writes a text as a code span of one line.
 *
 * @returns a span that nothing in the text can end
 */
export function codeSpan(text: string): string {
  const line = text.replace(UNSHOWN, " ").trim();
  if (line === "") return "(nothing)";
  const longest = Math.max(0, ...(line.match(/`+/g) ?? []).map((run) => run.length));
  const ticks = "`".repeat(longest + 1);
  const space = line.startsWith("`") || line.endsWith("`") ? " " : "";
  return `${ticks}${space}${line}${space}${ticks}`;
}
