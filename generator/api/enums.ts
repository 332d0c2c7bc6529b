import type { EnumDeclaration } from "./declare.ts";
import type { LinkContext, ListedEnum } from "./draft.ts";
import type { EnumMemberModel, EnumModel } from "./model.ts";
import type { DeclaredSymbol } from "./symbols.ts";

type Draft = Omit<EnumModel, "identifier" | "module">;

const FUTURE = "unknownfuturevalue";

/** Makes the enums that pages define, merging several statements of one, and those that only sentences list. */
export function buildEnums(context: LinkContext, declarations: Iterable<EnumDeclaration>): readonly Draft[] {
  const defined = [...declarations].map((declaration) => buildDefined(declaration));
  const byId = new Map(defined.map((each) => [`${each.namespace}.${each.name}`.toLowerCase(), each]));
  for (const { symbol, list } of context.comparedLists) {
    const definition = byId.get(symbol.id.toLowerCase());
    if (definition !== undefined) compare(context, definition, list);
  }
  const listed = [...context.listedEnums].flatMap(([key, lists]) => {
    const symbol = context.stubs.get(key);
    return symbol === undefined ? [] : [buildListed(symbol, lists)];
  });
  return [...defined, ...listed];
}

function buildDefined({ symbol, statements }: EnumDeclaration): Draft {
  const members = new Map<string, EnumMemberModel>();
  for (const { facts } of statements) {
    for (const member of facts.members) {
      const key = member.name.toLowerCase();
      if (!members.has(key)) members.set(key, member);
    }
  }
  return {
    name: symbol.name,
    namespace: symbol.namespace,
    flags: statements.some(({ facts }) => facts.flags),
    inline: false,
    description: statements.find(({ facts }) => facts.description !== "")?.facts.description ?? "",
    members: [...members.values()],
    source: symbol.place,
  };
}

/** Lists of one enum on several pages: the longest first, then what only others have. */
function buildListed(symbol: DeclaredSymbol, lists: readonly ListedEnum[]): Draft {
  const members = new Map<string, EnumMemberModel>();
  for (const { values, place } of [...lists].sort((a, b) => b.values.length - a.values.length)) {
    for (const { name, description } of values) {
      const key = name.toLowerCase();
      if (!members.has(key)) members.set(key, { name, value: null, description, source: place });
    }
  }
  const [first] = lists;
  const inline = first !== undefined && symbol.name.toLowerCase() === `${first.owner}${first.property}`.toLowerCase();
  return {
    name: symbol.name,
    namespace: symbol.namespace,
    flags: false,
    inline,
    description: "",
    members: [...members.values()],
    source: symbol.place,
  };
}

function compare(context: LinkContext, definition: Draft, list: ListedEnum): void {
  const defined = new Set(definition.members.map(({ name }) => name));
  const listed = new Set(list.values.map(({ name }) => name));
  const missing = [...defined].filter((name) => !listed.has(name) && name.toLowerCase() !== FUTURE);
  const surplus = [...listed].filter((name) => !defined.has(name) && name.toLowerCase() !== FUTURE);
  if (missing.length === 0 && surplus.length === 0) return;
  const params = { name: definition.name, missing: missing.join(", "), surplus: surplus.join(", ") };
  context.collector.add("enum-lists-differ", params, list.place, [{ message: "the definition", place: definition.source }]);
}
