import { builders, printer } from "prettier/doc";
import { PRINT_WIDTH } from "./model.ts";

const { group, ifBreak, indent, indentIfBreak, join, line, lineSuffixBoundary, softline } = builders;

/** A text with the places where it may break. Each builder here gives what Prettier makes of the same code. */
export type Layout = builders.Doc;

/** Columns of one level of indentation. */
export const INDENT = 2;

/**
 * Prints a layout in the columns that Prettier has for it.
 *
 * @param depth levels of indentation around it; the text has none of them
 */
export function printLayout(layout: Layout, depth = 0): string {
  return printer.printDocToString(layout, { printWidth: PRINT_WIDTH - INDENT * depth, tabWidth: INDENT }).formatted;
}

/** Prints a layout that breaks only where it must, however long its lines become. */
export function flatText(layout: Layout): string {
  return printer.printDocToString(layout, { printWidth: Infinity, tabWidth: INDENT }).formatted;
}

/** A backslash or an unusual character in code: on a line that is not one of a comment. */
const DOUBTFUL = /^(?! *(?:\/\*\*|\*|\/\/)).*[^ -[\]-~\n]/m;

/** Whether Prettier may write a text another way than layouts do: it mends escapes, and counts other columns. */
export function isDoubtful(text: string): boolean {
  return DOUBTFUL.test(text);
}

/** Whether a line fits into the columns. */
export function fits(line: string): boolean {
  return line.length <= PRINT_WIDTH;
}

/** Items between brackets: on one line, or each on its own. */
export function listed(
  open: string,
  items: readonly Layout[],
  close: string,
  { comma = ",", shouldBreak = false } = {},
): Layout {
  const list = indent([softline, join([",", line], [...items])]);
  return group([open, list, ifBreak(comma), softline, close], { shouldBreak });
}

/** Names in the braces of an import or an export; a single one stays where it is. */
export function specifierLayout(names: readonly string[]): Layout {
  if (names.length < 2) return `{ ${names.join(", ")} }`;
  return group(["{", indent([line, join([",", line], [...names])]), ifBreak(","), line, "}"]);
}

/** What follows an operator: on its line, or indented on the next. */
export function afterOperator(left: Layout, operator: string, right: Layout): Layout {
  const id = Symbol("operator");
  return group([
    left,
    operator,
    group(indent(line), { id }),
    lineSuffixBoundary,
    indentIfBreak(right, { groupId: id }),
  ]);
}
