import type { Node } from "jsonc-parser";
import type { WireTypes } from "../emit/wire-types.ts";
import { sha256 } from "../util/hash.ts";
import type { ExampleBody, Fault, KnownFaults } from "./model.ts";
import { printBodies, type PrintContext } from "./print.ts";

/** A fault as it is kept: its node by number, as a page moves and its bodies do not change by that. */
type KeptFault = Pick<Fault, "cause" | "stated"> & { readonly node: number };

/**
 * Makes a key for each body: what is checked of it, the types that it names, and all types that those may lead to.
 * Where a body stands, and what the tables say in words, makes no difference.
 *
 * @param stamp stands for the program
 */
export function bodyKeys(
  bodies: readonly ExampleBody[],
  context: PrintContext,
  wire: WireTypes,
  stamp: string,
): readonly string[] {
  const types = sha256(
    JSON.stringify([
      stamp,
      [...wire.types].map(([name, { declared }]) => [name, declared]),
      wire.files.filter(({ path }) => path !== wire.index).map(({ path, text }) => [path, withoutComments(text)]),
    ]),
  );
  const aliases = readAliases(wire.files.find(({ path }) => path === wire.index)?.text ?? "");
  return bodies.map((body) => {
    const { text } = printBodies([body], context);
    // The numbers of aliases change with every operation that comes or goes; what they stand for does not.
    const named = [...text.matchAll(/\bt\.(\w+)/g)].map(([, name = ""]) => aliases.get(name) ?? name);
    const printed = text.replace(/\bt\.(?:Body|Exact|Result|Type)\d+/g, "t");
    // Not all of the JSON is printed, and faults are kept by the numbers of its nodes.
    return sha256(JSON.stringify([types, body.json.mended ?? body.json.text, printed, named]));
  });
}

/** Comments that begin a line: no text that a declaration prints does. */
function withoutComments(text: string): string {
  return text.replace(/^[ \t]*\/\*\*[\s\S]*?\*\/\n/gm, "");
}

/** Text of each `export type Name = …` of a module. */
function readAliases(text: string): ReadonlyMap<string, string> {
  const declarations = text.split(/^export type /m).slice(1);
  return new Map(declarations.map((each) => [each.slice(0, each.indexOf(" ")), each.slice(each.indexOf("=")).trim()]));
}

/**
 * Finds what an earlier run knows of a body.
 *
 * @param body index of the body
 * @param root its JSON
 * @returns null where nothing is known
 */
export function recallFaults(known: KnownFaults, key: string, body: number, root: Node): readonly Fault[] | null {
  const text = known.get(key);
  const kept: unknown = text === null ? null : JSON.parse(text);
  if (!isKept(kept)) return null;
  const nodes = nodesOf(root);
  return kept.flatMap(({ node: number, cause, stated }) => {
    const node = nodes[number];
    return node === undefined ? [] : [{ body, node, cause, stated }];
  });
}

/** Keeps what was found of a body. */
export function keepFaults(known: KnownFaults, key: string, faults: readonly Fault[], root: Node): void {
  const nodes = nodesOf(root);
  const kept = faults.map(({ node, cause, stated }) => ({ node: nodes.indexOf(node), cause, stated }));
  known.set(key, JSON.stringify(kept satisfies readonly KeptFault[]));
}

/** All nodes of a tree, each before its children. */
function nodesOf(root: Node): readonly Node[] {
  return [root, ...(root.children ?? []).flatMap(nodesOf)];
}

/** The program's stamp is part of every key: what is kept was printed by this very program. */
function isKept(value: unknown): value is readonly KeptFault[] {
  return Array.isArray(value);
}
