import type { SurfaceItem } from "../emit/model.ts";
import type { Pair } from "../diff/model.ts";
import { groupBy } from "../util/group.ts";
import { keyOf } from "../emit/package/record.ts";

/** Items of two packages, paired by what they document. */
export interface MatchedItems {
  readonly both: readonly Pair<SurfaceItem>[];
  readonly removed: readonly SurfaceItem[];
  readonly added: readonly SurfaceItem[];
}

/** What makes two items the same: first what the docs call them, then their name, and then the page that has only one. */
const CLUES: readonly ((item: SurfaceItem) => string)[] = [
  keyOf,
  ({ kind, name }) => `${kind} ${name}`,
  ({ kind, page }) => `${kind} ${page}`,
];

/** Pairs the items of two packages. */
export function matchSurfaces({ before, after }: Pair<readonly SurfaceItem[]>): MatchedItems {
  let matched: MatchedItems = { both: [], removed: before, added: after };
  for (const clue of CLUES) {
    const { both, removed, added } = matchBy(clue, { before: matched.removed, after: matched.added });
    matched = { both: [...matched.both, ...both], removed, added };
  }
  return matched;
}

/** Pairs items whose clue is theirs alone on both sides. */
function matchBy(clue: (item: SurfaceItem) => string, lists: Pair<readonly SurfaceItem[]>): MatchedItems {
  const before = groupBy(lists.before, clue);
  const after = groupBy(lists.after, clue);
  const both = [...before].flatMap(([key, [was, ...more]]) => {
    const [is, ...others] = after.get(key) ?? [];
    return was !== undefined && is !== undefined && more.length + others.length === 0
      ? [{ before: was, after: is }]
      : [];
  });
  const found = new Set(both.flatMap((pair) => [pair.before, pair.after]));
  const isLeft = (item: SurfaceItem) => !found.has(item);
  return { both, removed: lists.before.filter(isLeft), added: lists.after.filter(isLeft) };
}
