/** Words for the signs that occur in wire names; any other character is written as its code point. */
const SIGNS: ReadonlyMap<string, string> = new Map([
  [" ", "space"],
  ["-", "dash"],
  [".", "dot"],
  ["/", "slash"],
  [":", "colon"],
  ["+", "plus"],
  ["&", "and"],
  ["#", "hash"],
]);

/**
 * TypeScript name of an enum member. It depends on the wire name alone, and different wire names have different
 * identifiers, so that another member never changes it.
 *
 * - A lower-case first letter becomes a capital: `fooBar` → `FooBar`.
 * - A name that begins with a capital keeps it and gets an underscore at its end: `TXT` → `TXT_`.
 * - Any other beginning gets an underscore in front: `1` → `_1`.
 * - A character that identifiers do not allow is written between dollar signs: `foo-bar` → `Foo$dash$bar`.
 */
export function memberIdentifier(wireName: string): string {
  const text = wireName.replace(/[^\w]/gu, escapeSign);
  if (/^[A-Z]/.test(text)) return `${text}_`;
  if (!/^[a-z]/.test(text)) return `_${text}`;
  // Only a name with a capital ends with an underscore.
  const identifier = text.charAt(0).toUpperCase() + text.slice(1).replace(/_$/, "$$low$$");
  // The compiler rejects members with the name of a number.
  return identifier === "NaN" || identifier === "Infinity" ? `${identifier}$` : identifier;
}

function escapeSign(character: string): string {
  return `$${SIGNS.get(character) ?? (character.codePointAt(0) ?? 0).toString(16)}$`;
}
