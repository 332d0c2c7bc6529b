import type { EnumFacts, Page } from "../../page/model.ts";
import { compareStrings } from "../../util/compare.ts";
import { upperFirst } from "../../util/words.ts";

interface Statement {
  readonly page: Page;
  readonly facts: EnumFacts;
}

/** A future member and its like tell nothing about what an enum is. */
const COMMON = /^(?:unknownFutureValue|unknown|none|other)$/i;

/**
 * Separates the statements about enums that share nothing but their name. Statements with common members describe one
 * enum, of which a page may leave members out.
 *
 * @param statements statements about one name, the main one first
 * @param isFree whether no page defines a name
 * @returns groups of statements in that order. The first keeps the name: it has an enum page, or the first page by path.
 *   The others are named after the owner on their page
 */
export function separateNamesakes(
  statements: readonly Statement[],
  isFree: (name: string) => boolean,
): readonly (readonly Statement[])[] {
  const groups: Statement[][] = [];
  // The number of members does not count, because a page may add some.
  const byPage = [...statements].sort((a, b) => rank(a) - rank(b) || compareStrings(a.page.path, b.page.path));
  for (const statement of byPage) {
    const group = groups.find((each) => each.some(({ facts }) => isSameEnum(facts, statement.facts)));
    const name = ownName(statement);
    if (group !== undefined) group.push(statement);
    else if (groups.length === 0 || (name !== null && isFree(name))) groups.push([statement]);
    else groups[0]?.push(statement);
  }
  return groups.map((group) => statements.filter((statement) => group.includes(statement)));
}

function rank({ facts }: Statement): number {
  return facts.form === "page" ? 0 : 1;
}

/** Name of an enum after the type or the operation of its page: `boatState` for `state`; null if there is neither. */
export function ownName({ page, facts }: Statement): string | null {
  const owner = page.types.find(({ form }) => form === "page")?.name ?? page.operation?.naming.name;
  return owner === undefined ? null : `${owner}${upperFirst(facts.name)}`;
}

function isSameEnum(a: EnumFacts, b: EnumFacts): boolean {
  const [own, other] = [membersOf(a), membersOf(b)];
  return own.size === 0 || other.size === 0 || [...own].some((name) => other.has(name));
}

function membersOf({ members }: EnumFacts): ReadonlySet<string> {
  return new Set(members.map(({ name }) => name.toLowerCase()).filter((name) => !COMMON.test(name)));
}
