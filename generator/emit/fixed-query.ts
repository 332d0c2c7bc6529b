/** What a query that stands in the documented URL fixes, and what it leaves to the caller. */
export interface FixedQuery {
  readonly fixed: Readonly<Record<string, string>>;
  /** Names whose value is a placeholder. */
  readonly placeholders: readonly string[];
}

const NAME = /^[$@]?[A-Za-z][\w.-]*$/;
const PLACEHOLDER = /[{}<>]|\.\.\.|…/;

/** Decodes percent signs, and leaves a text that has a wrong one as it is. */
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
 * @param text text after the question mark, or null
 * @returns its options; pieces that are no options are left out
 */
export function fixedQuery(text: string | null): FixedQuery {
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
  };
}
