import type { SurfaceItem } from "../emit/model.ts";
import type { Use } from "../diff/view/uses.ts";
import { append } from "../util/group.ts";
import { namesIn } from "./type-text.ts";

/** Looks up how programs use the values of a type or an enum by its TypeScript name. */
export type NameUses = (name: string) => Pick<Use, "read" | "write">;

/** Determines which types and enums calls return and accept: those that their text names, and what these consist of. */
export function readNameUses(items: readonly SurfaceItem[]): NameUses {
  const below = namesBelow(items);
  const calls = items.filter(({ kind }) => kind === "call");
  const read = reach(
    below,
    calls.flatMap(({ result = "" }) => namesIn(result)),
  );
  const write = reach(
    below,
    calls.flatMap(({ members }) => members.flatMap(namesIn)),
  );
  // A type that no call reaches may be used in any way.
  return (name) =>
    read.has(name) || write.has(name) ? { read: read.has(name), write: write.has(name) } : { read: true, write: true };
}

/** Names that the text of each type refers to, and those of its subtypes. */
function namesBelow(items: readonly SurfaceItem[]): ReadonlyMap<string, readonly string[]> {
  const below = new Map<string, string[]>();
  for (const { kind, name, members, base } of items) {
    const refers = kind === "type" ? [...members, base ?? ""].flatMap(namesIn) : [];
    if (kind === "type" || kind === "enum") for (const each of [name, ...refers]) append(below, name, each);
    if (base !== undefined) append(below, base, name);
  }
  return below;
}

function reach(below: ReadonlyMap<string, readonly string[]>, start: readonly string[]): ReadonlySet<string> {
  const found = new Set<string>();
  const open = [...start];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (found.has(name) || !below.has(name)) continue;
    found.add(name);
    open.push(...(below.get(name) ?? []));
  }
  return found;
}
