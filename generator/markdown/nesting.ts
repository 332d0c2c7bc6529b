/** Remark takes a time that grows with the square of the nesting; pages nest five or six levels. */
const MOST_LEVELS = 32;
/** Open brackets of a paragraph, which prose closes again. */
const MOST_BRACKETS = 1000;

/** The first line that nests too deeply, counted from 1. */
export interface DeepLine {
  readonly kind: "lists and quotes" | "brackets";
  readonly most: number;
  readonly line: number;
  readonly column: number;
}

/** Marks of lists and quotes, with the spaces after them. */
const MARK = /(?:>|(?:[-*+]|\d{1,9}[.)])(?=[ \t]|$))[ \t]*/y;
const RULE = /^[ \t]*([-*])(?:[ \t]*\1)*[ \t]*$/;

/**
 * Finds the first line that nests lists and quotes, or brackets, so deeply that parsing would take minutes. Takes a time
 * that is linear in the length of the text.
 */
export function findDeepLine(text: string): DeepLine | null {
  /** Columns at which the contents of the open list items begin. */
  const items: number[] = [];
  let brackets = 0;
  const isBracketed = text.split("[", MOST_BRACKETS + 2).length > MOST_BRACKETS + 1;
  for (const [index, line] of text.split("\n").entries()) {
    const start = /^[ \t]*/.exec(line)?.[0].length ?? 0;
    if (start === line.length) {
      brackets = 0;
      continue;
    }
    const marked = openItems(line, start, items);
    if (marked !== null) return { kind: "lists and quotes", most: MOST_LEVELS, line: index + 1, column: marked + 1 };
    for (let at = start; isBracketed && at < line.length; at++) {
      const code = line.charCodeAt(at);
      if (code === OPENING) brackets++;
      else if (code === CLOSING && brackets > 0) brackets--;
      if (brackets > MOST_BRACKETS) return { kind: "brackets", most: MOST_BRACKETS, line: index + 1, column: at + 1 };
    }
  }
  return null;
}

const OPENING = 0x5b;
const CLOSING = 0x5d;

/**
 * Closes the list items that a line leaves, and opens those that it begins.
 *
 * @returns index of the mark that is too deep, or null
 */
function openItems(line: string, start: number, items: number[]): number | null {
  while ((items.at(-1) ?? 0) > start) items.pop();
  if (!/[-*+>\d]/.test(line.charAt(start)) || RULE.test(line)) return null;
  MARK.lastIndex = start;
  let quotes = 0;
  for (let at = start; MARK.test(line); at = MARK.lastIndex) {
    if (line.charAt(at) === ">") quotes++;
    else items.push(MARK.lastIndex);
    if (items.length + quotes > MOST_LEVELS) return at;
  }
  return null;
}
