import { isEqual } from "../util/equal.ts";
import { areSame } from "../util/last.ts";
import type { LinkContext } from "./draft.ts";
import type { LookUp, LookUpKind } from "./look-up.ts";
import type { PropertyModel } from "./model.ts";
import type { DeclaredSymbol, SymbolTable } from "./symbols.ts";

/** What stands behind the look-ups of a run that no step of it changes. */
export interface Answers extends Pick<LinkContext, "enumsByValues" | "namedLists"> {
  readonly symbols: SymbolTable;
  /** Types that a page defines. */
  readonly types: ReadonlyMap<string, TypeAnswer>;
}

/** What operations look at of a type. */
interface TypeAnswer {
  readonly symbol: DeclaredSymbol;
  readonly base: string | null;
  readonly open: boolean;
  readonly names: readonly string[];
  readonly properties: readonly PropertyModel[];
}

/** Takes down what stands in a context now. */
export function readAnswers({ symbols, enumsByValues, namedLists, types }: LinkContext): Answers {
  const answers = new Map<string, TypeAnswer>();
  for (const [id, { symbol, base, open, inferred, properties }] of types) {
    if (inferred) continue;
    answers.set(id, { symbol, base, open, names: [...properties.keys()], properties: [...properties.values()] });
  }
  return { symbols, enumsByValues, namedLists, types: answers };
}

/** Look-ups that two runs would answer differently. */
export function changedLookUps(before: Answers, now: Answers): ReadonlySet<LookUp> {
  const changed = new Set<LookUp>();
  const compare = <T>(
    kind: LookUpKind,
    a: ReadonlyMap<string, T>,
    b: ReadonlyMap<string, T>,
    isSame: (x: T, y: T) => boolean,
  ): void => {
    for (const [key, answer] of b) {
      const known = a.get(key);
      if (known === undefined || !isSame(known, answer)) changed.add(`${kind} ${key}`);
    }
    for (const key of a.keys()) if (!b.has(key)) changed.add(`${kind} ${key}`);
  };
  const { symbols: old } = before;
  const { symbols } = now;
  compare("id", old.byId, symbols.byId, isEqual);
  compare("name", old.byName, symbols.byName, isEqual);
  compare("file", old.byFile, symbols.byFile, isEqual);
  if (!areSame(old.names, symbols.names)) changed.add("names ");
  compare("values", before.enumsByValues, now.enumsByValues, isEqual);
  compare("list", before.namedLists, now.namedLists, isEqual);
  compare("type", before.types, now.types, isSameType);
  return changed;
}

function isSameType(a: TypeAnswer, b: TypeAnswer): boolean {
  const isSameFrame =
    a.base === b.base && a.open === b.open && isEqual(a.symbol, b.symbol) && areSame(a.names, b.names);
  return isSameFrame && a.properties.every((property, index) => property.type === b.properties[index]?.type);
}
