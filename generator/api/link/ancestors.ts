import type { LinkContext } from "../link-context.ts";

/** Returns the bases of a type, nearest first; stops at a cycle. */
export function ancestors(context: Pick<LinkContext, "types">, id: string): readonly string[] {
  const chain: string[] = [];
  for (let base = context.types.get(id.toLowerCase())?.base ?? null; base !== null && !chain.includes(base);) {
    chain.push(base);
    base = context.types.get(base.toLowerCase())?.base ?? null;
  }
  return chain;
}

/** Returns the nearest type that all types are or derive from, or null. */
export function commonBase(context: Pick<LinkContext, "types">, types: readonly string[]): string | null {
  const [first = "", ...others] = types;
  const chains = others.map((id) => [id, ...ancestors(context, id)]);
  return [first, ...ancestors(context, first)].find((id) => chains.every((chain) => chain.includes(id))) ?? null;
}
