import { stringLiteral } from "./escape.ts";
import { printLayout, specifierLayout } from "./layout.ts";

/**
 * Writes an import or export of names.
 *
 * @param keyword first words of the statement
 * @param names names with their aliases
 * @param from module that exports them
 */
export function namedText(
  keyword: "import" | "import type" | "export",
  names: readonly string[],
  from: string,
): string {
  return printLayout([keyword, " ", specifierLayout(names), " from ", stringLiteral(from), ";"]);
}
