import { visible } from "../../util/visible.ts";

/** Characters that are invisible: `visible` has replaced those that matter to the reader. */
const INVISIBLE = /\p{Cf}+/gu;
/** Line breaks and tabs, which a code span shows as spaces. */
const SPACES = /[\t\n\v\f\r\u2028\u2029]+/g;

/**
 * Writes text as a Markdown code span on one line.
 *
 * @returns a span that no backticks in the text can end
 */
export function codeSpan(text: string): string {
  const line = visible(text.replace(SPACES, " ")).replace(INVISIBLE, " ").trim();
  if (line === "") return "(empty)";
  const longest = Math.max(0, ...(line.match(/`+/g) ?? []).map((run) => run.length));
  const ticks = "`".repeat(longest + 1);
  const space = line.startsWith("`") || line.endsWith("`") ? " " : "";
  return `${ticks}${space}${line}${space}${ticks}`;
}
