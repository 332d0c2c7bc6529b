/** Splits text into words at separators and case changes: `user-id`, `userId` and `User Id` have two words. */
export function splitWords(text: string): readonly string[] {
  return text
    .replace(/([\p{Ll}\p{N}])(\p{Lu})/gu, "$1 $2")
    .replace(/(\p{Lu}+)(\p{Lu}\p{Ll})/gu, "$1 $2")
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
}

/** `team-id` → `teamId`; inner capitals are preserved. */
export function camelCase(text: string): string {
  const words = text.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== "");
  return words.map((word, index) => (index === 0 ? lowerFirst(word) : upperFirst(word))).join("");
}

/** `windowsAutopilot` → `WindowsAutopilot`; inner capitals are preserved. */
export function pascalCase(text: string): string {
  return upperFirst(camelCase(text));
}

/** Converts the first letter to upper case. */
export function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Converts the first letter to lower case, or all leading capitals of names such as `URL`. */
export function lowerFirst(text: string): string {
  const run = /^\p{Lu}+(?!\p{Ll})/u.exec(text)?.[0];
  return run === undefined ? text.charAt(0).toLowerCase() + text.slice(1) : run.toLowerCase() + text.slice(run.length);
}
