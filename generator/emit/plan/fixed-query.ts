import type { RequestModel } from "../../api/model.ts";

/** The query of a documented URL: options with fixed values, and options whose values the caller supplies. */
export interface FixedQuery {
  readonly fixed: Readonly<Record<string, string>>;
  /** Names whose value is a placeholder, or contains one. */
  readonly placeholders: readonly string[];
}

/** The query of an example's URL, with placeholders where the page has some. */
export interface ShownQuery extends FixedQuery {
  /** Values of the placeholders, as written. */
  readonly shown: Readonly<Record<string, string>>;
}

const NAME = /^[$@]?[A-Za-z][\w.-]*$/;
const PLACEHOLDER = /[{}<>]|\.\.\.|…/;

/** Decodes percent-encoded text; returns text with invalid encoding unchanged. */
export function decodeText(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/**
 * Reads the query text of a URL.
 *
 * @param text part of the URL after the question mark, or null
 * @returns its options, without pieces that are not options
 */
export function fixedQuery(text: string | null): ShownQuery {
  const pieces = (text ?? "").split("&").map((piece) => [piece, piece.indexOf("=")] as const);
  const options = pieces
    .filter(([, equals]) => equals > 0)
    .map(
      ([piece, equals]) =>
        [
          decodeText(piece.slice(0, equals).replaceAll("+", " ")).trim(),
          decodeText(piece.slice(equals + 1).replaceAll("+", " ")).trim(),
        ] as const,
    )
    .filter(([name]) => NAME.test(name));
  const isOpen = ([, value]: readonly [string, string]): boolean => value === "" || PLACEHOLDER.test(value);
  return {
    fixed: Object.fromEntries(options.filter((option) => !isOpen(option))),
    placeholders: options.filter(isOpen).map(([name]) => name),
    shown: Object.fromEntries(options.filter(isOpen)),
  };
}

/** Reads the query of a documented URL without its parameter aliases, whose values belong to the path. */
export function queryOf({ queryText, parameters }: RequestModel): FixedQuery {
  const { fixed, placeholders } = fixedQuery(queryText);
  const aliases = new Set(parameters.map(({ alias }) => alias));
  return {
    fixed: Object.fromEntries(Object.entries(fixed).filter(([name]) => !aliases.has(name))),
    placeholders: placeholders.filter((name) => !aliases.has(name)),
  };
}
