import { fits, needsPrettier } from "../syntax/layout.ts";

/**
 * A heading, a paragraph or a point of a list, of plain words, code spans and links, without characters that may be other
 * Markdown syntax. A point may begin with bold words.
 */
const PROSE =
  /^(?:#{1,2} |- (?:\*\*[A-Za-z][A-Za-z ]*[a-z]\*\*)?)?(?:[A-Za-z,:]|`[^`\\|]+`)(?:[A-Za-z0-9,.:;'"()/-]| (?! |$)|`[^`\\|]+`|\[[A-Za-z0-9 ,.-]+\]\((?:#|https:\/\/)[a-z0-9./-]+\))*$/;
/** The frame of blocks that a reader opens with a click. */
const DETAILS = /^(?:<details>\n<summary>[A-Za-z0-9, ]+<\/summary>|<\/details>)$/;
const ROW = /^\| (?:[A-Za-z0-9,.:;'"()/-]| |`[^`\\|]+`|\|)*\|$/;
const ASCII = /^[ -~]*$/;
/** Prettier never breaks an import of one name. */
const SINGLE_IMPORT = /^import (?:type )?\{ \w+ \} from "[^"]*";$/;

/**
 * Whether Prettier certainly leaves a block of Markdown unchanged.
 *
 * @param block a heading, a paragraph, a list, an aligned table, or fenced code of statements that fit their lines
 */
export function isFormattedBlock(block: string): boolean {
  const lines = block.split("\n");
  if (block.startsWith("```")) return isFormattedCode(lines);
  if (DETAILS.test(block)) return true;
  return (
    lines.every((line) => ASCII.test(line)) &&
    (lines.length === 1 ? PROSE.test(block) : lines.every(isRow) || lines.every(isPoint))
  );
}

function isPoint(line: string): boolean {
  return line.startsWith("- ") && PROSE.test(line);
}

function isRow(line: string): boolean {
  return ROW.test(line);
}

function isFormattedCode([fence = "", ...rest]: readonly string[]): boolean {
  const code = rest.slice(0, -1);
  // Prettier does not format shell code.
  if (!/^`{3}[jt]s$/.test(fence)) return /^`{3}sh$/.test(fence);
  const text = code.join("\n");
  // Prettier fills lines with lists of numbers.
  return (
    !needsPrettier(text) && !/\[\s*-?\d/.test(text) && code.every((line) => fits(line) || SINGLE_IMPORT.test(line))
  );
}
