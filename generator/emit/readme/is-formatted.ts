import { fits, needsPrettier } from "../syntax/layout.ts";

/** A heading or a paragraph of plain words and code spans, without characters that may be Markdown syntax. */
const PROSE = /^(?:#{1,2} )?(?:[A-Za-z]|`[^`\\|]+`)(?:[A-Za-z0-9,.:;'"()/-]| (?! |$)|`[^`\\|]+`)*$/;
const ROW = /^\| (?:[A-Za-z0-9,.:;'"()/-]| |`[^`\\|]+`|\|)*\|$/;
const ASCII = /^[ -~]*$/;
/** Prettier never breaks an import of one name. */
const SINGLE_IMPORT = /^import (?:type )?\{ \w+ \} from "[^"]*";$/;

/**
 * Whether Prettier certainly leaves a block of Markdown unchanged.
 *
 * @param block a heading, a paragraph, an aligned table, or fenced code of statements that fit their lines
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
  // Prettier does not format shell code.
  if (fence !== "```ts") return /^`{3}sh$/.test(fence);
  return !needsPrettier(code.join("\n")) && code.every((line) => fits(line) || SINGLE_IMPORT.test(line));
}
