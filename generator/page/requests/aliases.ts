import type { PathParameterFacts } from "../model.ts";

/** A parameter whose value stands in the query, and the argument that refers to it. */
type AliasedValue = Omit<PathParameterFacts, "name">;

const REFERENCE = /([\w.-]+)\s*=\s*(@[A-Za-z]\w*)(?=\s*[,)])/g;

/**
 * Finds the parameter aliases of function arguments (OData 4.01, part 2, section 5.3): `/find(path=@p)?@p='{path}'`
 * takes the argument `path`, whose value stands in the query. A sample value is a placeholder too.
 */
export function readAliases(path: string, queryText: string | null): readonly AliasedValue[] {
  return [...path.matchAll(REFERENCE)].flatMap(({ 1: argument = "", 2: alias = "", index }) => {
    const value = valueOf(queryText ?? "", alias);
    if (value === null) return [];
    const isQuoted = /^'.*'$/.test(value.text);
    const text = isQuoted ? value.text.slice(1, -1) : value.text;
    const segment = path.slice(0, index).split("/").length - 2;
    const offset = value.offset + (isQuoted ? 1 : 0);
    return [{ segment, placeholder: text, offset, form: isQuoted ? "quoted" : "literal", argument, alias }];
  });
}

/** Aliases in a path that have no value in the query. */
export function aliasesWithoutValue(path: string, queryText: string | null): readonly string[] {
  const aliases = [...path.matchAll(REFERENCE)].map(({ 2: alias = "" }) => alias);
  return aliases.filter((alias) => valueOf(queryText ?? "", alias) === null);
}

/** The value of an option and its offset; null if the query lacks it or it is empty. */
function valueOf(queryText: string, name: string): { readonly text: string; readonly offset: number } | null {
  let offset = 0;
  for (const piece of queryText.split("&")) {
    const equals = piece.indexOf("=");
    const text = piece.slice(equals + 1);
    if (equals > 0 && piece.slice(0, equals).trim() === name && text.trim() !== "") {
      const lead = text.length - text.trimStart().length;
      return { text: text.trim(), offset: offset + equals + 1 + lead };
    }
    offset += piece.length + 1;
  }
  return null;
}
