import { stringLiteral } from "./escape.ts";
import { printLayout, specifierLayout } from "./layout.ts";

/**
 * An import or export of names as text.
 *
 * @param keyword what it begins with
 * @param names names with their aliases
 * @param from module that has them
 */
export function namedText(
  keyword: "import" | "import type" | "export",
  names: readonly string[],
  from: string,
): string {
  return printLayout([keyword, " ", specifierLayout(names), " from ", stringLiteral(from), ";"]);
}
