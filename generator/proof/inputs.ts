import type { WireTypes } from "../emit/wire-types.ts";
import { sha256 } from "../util/hash.ts";
import type { ExampleBody } from "./model.ts";
import { printBodies, type PrintContext } from "./print.ts";

/**
 * Describes all dependencies of the check of each body: its text, and the types that it refers to directly or
 * indirectly. The place of a body and the prose of the tables are not included.
 */
export function bodyInputs(bodies: readonly ExampleBody[], context: PrintContext, wire: WireTypes): readonly string[] {
  const types = sha256(
    JSON.stringify([
      [...wire.types].map(([name, { declared }]) => [name, declared]),
      wire.files.filter(({ path }) => path !== wire.index).map(({ path, text }) => [path, withoutComments(text)]),
    ]),
  );
  const aliases = readAliases(wire.files.find(({ path }) => path === wire.index)?.text ?? "");
  return bodies.map((body) => {
    const { text } = printBodies([body], context);
    // The numbers of aliases change with every added or removed operation, but their types do not.
    const named = [...text.matchAll(/\bt\.(\w+)/g)].map(([, name = ""]) => aliases.get(name) ?? name);
    const printed = text.replace(/\bt\.(?:Body|Exact|Result|Type)\d+/g, "t");
    // Not all of the JSON is printed, and a fault refers to its nodes by number.
    return JSON.stringify([types, body.json.repaired ?? body.json.text, printed, named]);
  });
}

/** Removes comments at the beginning of lines, where declarations never print other text. */
function withoutComments(text: string): string {
  return text.replace(/^[ \t]*\/\*\*[\s\S]*?\*\/\n/gm, "");
}

/** Text of each `export type Name = …` of a module. */
function readAliases(text: string): ReadonlyMap<string, string> {
  const declarations = text.split(/^export type /m).slice(1);
  return new Map(declarations.map((each) => [each.slice(0, each.indexOf(" ")), each.slice(each.indexOf("=")).trim()]));
}
