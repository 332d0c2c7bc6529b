import { flagOf, optionsOf } from "../config/option-list.ts";

/** Flags that make no difference to what is written. */
export const NEUTRAL = new Set(["cache", "cacheDir", "threads", "verbose"]);

/** Returns the flags of `check` that `generate` needs as well, to write the package that was checked. */
export function flagsForGenerate(flags: object): readonly string[] {
  const accepted = optionsOf("generate").filter(({ name }) => !NEUTRAL.has(name));
  const given = new Map<string, unknown>(Object.entries(flags));
  return accepted.flatMap((option) => {
    const value = given.get(option.name);
    const flag = flagOf(option);
    if (value === true) return [flag];
    const values: readonly unknown[] = Array.isArray(value) ? value : [value];
    const words = values.filter((word) => typeof word === "string");
    return words.length === 0 ? [] : [[flag, ...words.map(quoted)].join(" ")];
  });
}

/** A word of a command line for the usual shells. */
export function quoted(word: string): string {
  if (/^[\w./@:=-]+$/.test(word)) return word;
  return /["$`\\!]/.test(word) ? `'${word.replaceAll("'", "'\\''")}'` : `"${word}"`;
}
