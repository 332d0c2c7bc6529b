/** Characters that end a line, are invisible or change the direction of the text after them. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu;

/**
 * Writes text as a Markdown code span on one line.
 *
 * @returns a span that no backticks in the text can end
 */
export function codeSpan(text: string): string {
  const line = text.replace(INVISIBLE, " ").trim();
  if (line === "") return "(empty)";
  const longest = Math.max(0, ...(line.match(/`+/g) ?? []).map((run) => run.length));
  const ticks = "`".repeat(longest + 1);
  const space = line.startsWith("`") || line.endsWith("`") ? " " : "";
  return `${ticks}${space}${line}${space}${ticks}`;
}
