import { builders, printer } from "prettier/doc";
import { PRINT_WIDTH } from "../model.ts";

const { group, ifBreak, indent, indentIfBreak, join, line, lineSuffixBoundary, softline } = builders;

/** A text with its possible line breaks. Each builder here matches the layout that Prettier gives the same code. */
export type PrettierDoc = builders.Doc;

/** Columns of one level of indentation. */
export const INDENT = 2;

/**
 * Prints a layout in the columns that are available to Prettier.
 *
 * @param depth levels of indentation around it, which are not part of the text
 */
export function printLayout(layout: PrettierDoc, depth = 0): string {
  return printer.printDocToString(layout, { printWidth: PRINT_WIDTH - INDENT * depth, tabWidth: INDENT }).formatted;
}

/** Prints a layout with forced line breaks only, regardless of the line width. */
export function flatText(layout: PrettierDoc): string {
  return printer.printDocToString(layout, { printWidth: Infinity, tabWidth: INDENT }).formatted;
}

/** A backslash or a non-ASCII character on a line of code. */
const UNUSUAL = /^(?! *(?:\/\*\*|\*|\/\/)).*[^ -[\]-~\n]/m;

/** Whether Prettier may print a text differently: it normalizes escapes, and measures the width of characters. */
export function needsPrettier(text: string): boolean {
  return UNUSUAL.test(text);
}

/** Whether a line fits within the print width. */
export function fits(line: string): boolean {
  return line.length <= PRINT_WIDTH;
}

/** Items between brackets: on one line, or each on its own. */
export function listed(
  open: string,
  items: readonly PrettierDoc[],
  close: string,
  { comma = ",", shouldBreak = false } = {},
): PrettierDoc {
  const list = indent([softline, join([",", line], [...items])]);
  return group([open, list, ifBreak(comma), softline, close], { shouldBreak });
}

/** Names in the braces of an import or an export. Prettier never breaks a single one. */
export function specifierLayout(names: readonly string[]): PrettierDoc {
  if (names.length < 2) return `{ ${names.join(", ")} }`;
  return group(["{", indent([line, join([",", line], [...names])]), ifBreak(","), line, "}"]);
}

/** The operand after an operator: on the same line, or indented on the next. */
export function afterOperator(left: PrettierDoc, operator: string, right: PrettierDoc): PrettierDoc {
  const id = Symbol("operator");
  return group([
    left,
    operator,
    group(indent(line), { id }),
    lineSuffixBoundary,
    indentIfBreak(right, { groupId: id }),
  ]);
}
