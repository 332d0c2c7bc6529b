import { fits, needsPrettier } from "../syntax/layout.ts";

/** A heading or a paragraph of plain words and code spans: no sign in it that Markdown may read as something else. */
const PROSE = /^(?:#{1,2} )?(?:[A-Za-z]|`[^`\\|]+`)(?:[A-Za-z0-9,.:;'"()/-]| (?! |$)|`[^`\\|]+`)*$/;
const ROW = /^\| (?:[A-Za-z0-9,.:;'"()/-]| |`[^`\\|]+`|\|)*\|$/;
const ASCII = /^[ -~]*$/;
/** An import of one name stays on its line, however long that is. */
const LONE_IMPORT = /^import (?:type )?\{ \w+ \} from "[^"]*";$/;

/**
 * Whether Prettier leaves a block of Markdown as it is. In doubt it does not.
 *
 * @param block a heading, a paragraph, a table that is laid out, or fenced code of statements that fit their lines
 */
export function isFormattedBlock(block: string): boolean {
  const lines = block.split("\n");
  if (block.startsWith("```")) return isFormattedCode(lines);
  return lines.every((line) => ASCII.test(line)) && (lines.length === 1 ? PROSE.test(block) : lines.every(isRow));
}

function isRow(line: string): boolean {
  return ROW.test(line);
}

function isFormattedCode([fence = "", ...rest]: readonly string[]): boolean {
  const code = rest.slice(0, -1);
  // Other languages than TypeScript are left alone.
  if (fence !== "```ts") return /^`{3}sh$/.test(fence);
  return !needsPrettier(code.join("\n")) && code.every((line) => fits(line) || LONE_IMPORT.test(line));
}
