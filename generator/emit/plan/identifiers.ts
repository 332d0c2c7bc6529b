import { isIdentifier } from "../syntax/escape.ts";

/** Words that cannot name a type or a function, and names that the emitted code itself uses. */
const RESERVED = new Set(
  (
    "any as async await bigint boolean break case catch class const continue debugger default delete do else enum " +
    "eval export extends false finally for function globalThis if implements import in instanceof interface let " +
    "never new null number object package private protected public return static string super switch symbol this " +
    "throw true try type typeof undefined unknown var void while with yield arguments client options"
  ).split(" "),
);

/**
 * Joins the words of a wire name, each with a capital letter.
 *
 * @returns an identifier; it begins with `_` if the name begins with a digit or has no letter
 */
export function pascalIdentifier(text: string): string {
  const words = text.split(/[^A-Za-z0-9$]+/).filter((word) => word !== "");
  const joined = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("");
  return isIdentifier(joined) ? joined : `_${joined}`;
}

/** Turns a name into an identifier by replacing characters that are not allowed. */
export function toIdentifier(name: string): string {
  const cleaned = isIdentifier(name) ? name : name.replace(/[^\w$]+/g, "_");
  const identifier = isIdentifier(cleaned) ? cleaned : `_${cleaned}`;
  return RESERVED.has(identifier) ? `${identifier}_` : identifier;
}

/**
 * Claims the first free name.
 *
 * @param taken names in use; the chosen one is added
 * @param candidates names by preference; the last one is extended until it is free
 */
export function claimName(taken: Set<string>, candidates: readonly string[]): string {
  const free = candidates.find((name) => !taken.has(name));
  let name = free ?? candidates.at(-1) ?? "_";
  while (taken.has(name)) name += "_";
  taken.add(name);
  return name;
}

/** A naming rule: `spell` returns names by preference, and the last one is extended until it is free. */
export interface NamingRule {
  /** Kind of declaration that the rule names. */
  readonly kind: string;
  readonly spell: (base: string, subject: string) => readonly string[];
}

/** Assigns each name once, so that a package of a selection has the same names as that of the whole model. */
export interface Names {
  /**
   * Assigns the first free name to a subject, or returns the name that it already has.
   *
   * @param subject key that is unique among all subjects of the rule
   * @param base text that its names are derived from
   */
  assign(rule: NamingRule, subject: string, base: string): string;
  isTaken(name: string): boolean;
}

/** Creates an empty set of names. */
export function createNames(): Names {
  const taken = new Set<string>();
  const named = new Map<string, string>();
  return {
    assign: (rule, subject, base) => {
      const key = `${rule.kind} ${subject}`;
      const name = named.get(key) ?? claimName(taken, rule.spell(base, subject));
      named.set(key, name);
      return name;
    },
    isTaken: (name) => taken.has(name),
  };
}
