import { append } from "../util/group.ts";
import { sortBy } from "./compare.ts";
import { fits, isDoubtful, printLayout, type Layout } from "./layout.ts";
import { importSpecifier } from "./modules.ts";
import { namedText } from "./named-text.ts";
import type { Declaration } from "./declaration.ts";
import { HEADER, type OutputFile } from "./model.ts";
import type { PrintedPart } from "./draft.ts";
import { modulePath } from "./module-plan.ts";
import type { PrintItem } from "./print-item.ts";
import type { TypeSymbol } from "./type-expression.ts";

function importsFrom(
  module: string,
  from: string,
  symbols: readonly TypeSymbol[],
  values: ReadonlySet<string>,
): string {
  const named = new Map(symbols.map((symbol) => [symbol.local, symbol]));
  const isTypeOnly = symbols.every((symbol) => !values.has(symbol.local));
  const names = sortBy(named.values(), (symbol) => symbol.name).map(({ name, local }) => {
    const type = isTypeOnly || values.has(local) ? "" : "type ";
    return `${type}${name}${local === name ? "" : ` as ${local}`}`;
  });
  return namedText(isTypeOnly ? "import type" : "import", names, importSpecifier(module, from));
}

function importsOf(module: string, parts: readonly Statements[]): readonly string[] {
  const values = parts.flatMap((part) => part.values);
  const symbols = [...parts.flatMap((part) => part.types), ...values];
  const byModule = new Map<string, TypeSymbol[]>();
  for (const symbol of symbols) {
    if (symbol.module !== null && symbol.module !== module) append(byModule, symbol.module, symbol);
  }
  const local = new Set(values.map((symbol) => symbol.local));
  return sortBy(byModule, ([from]) => from).map(([from, named]) => importsFrom(module, from, named, local));
}

/** Layouts of the lines that begin a declaration, where it has them; a text is laid out already. */
function headsOf({ structure, heads }: Declaration): readonly (undefined | (() => Layout))[] {
  if (typeof structure === "string") return (structure.match(/^export /gm) ?? []).map(() => undefined);
  return heads ?? [undefined];
}

/** The printer puts a head on one line, the braces of an empty body on two, and no comma after the last value. */
function settle(text: string, declarations: readonly Declaration[]): string {
  const heads = declarations.flatMap(headsOf);
  let index = 0;
  return text
    .replace(/^(export .*\{)\n\}$/gm, "$1}")
    .replace(/^( {2}\S.* = ".*")\n\}$/gm, "$1,\n}")
    .replace(/^export .*/gm, (line) => {
      const head = heads[index++];
      return head === undefined || fits(line) ? line : printLayout(head());
    });
}

/** What a part declares, on its way to text. */
type Statements = Pick<PrintedPart, "text" | "edges" | "types" | "values">;

/** Declarations of a module that are printed together. */
export interface DeclarationOrder {
  readonly item: PrintItem;
  readonly finish: (printed: string) => Statements;
}

/** Prepares declarations for the printer. */
export function orderDeclarations(declarations: readonly Declaration[]): DeclarationOrder {
  const statements = declarations.map(({ structure }) => structure);
  return {
    item: { kind: "module", statements },
    finish: (printed) => ({
      text: settle(printed.trimEnd(), declarations),
      edges: [typeof statements.at(0) === "string", typeof statements.at(-1) === "string"],
      types: unique(declarations.flatMap(({ types }) => types)),
      values: unique(declarations.flatMap(({ values }) => values)),
    }),
  };
}

function unique(symbols: readonly TypeSymbol[]): readonly TypeSymbol[] {
  return [...new Map(symbols.map((symbol) => [`${symbol.module ?? ""} ${symbol.local}`, symbol])).values()];
}

/**
 * Puts a module together.
 *
 * @param module path of the module below `src`
 * @param parts what it declares, in the order of the file
 */
export function joinModule(module: string, parts: readonly Statements[]): OutputFile {
  const imports = importsOf(module, parts).map((text) => ({ text, edges: [true, true] as const }));
  const pieces = [...imports, ...parts.filter(({ text }) => text !== "")];
  let text = `${HEADER}\n`;
  for (const [index, piece] of pieces.entries()) {
    // As the printer does: a line between two statements, unless both were text before.
    const isClose = index > 0 && pieces[index - 1]?.edges[1] === true && piece.edges[0];
    text += `${isClose ? "" : "\n"}${piece.text}\n`;
  }
  return { path: modulePath({ module }), text, settled: !isDoubtful(text) };
}
