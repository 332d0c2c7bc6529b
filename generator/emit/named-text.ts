import { stringLiteral } from "./escape.ts";
import { fitted, specifierLayout } from "./layout.ts";

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
  const source = ` from ${stringLiteral(from)};`;
  return fitted(`${keyword} { ${names.join(", ")} }${source}`, () => [`${keyword} `, specifierLayout(names), source]);
}
