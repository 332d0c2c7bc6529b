import { append } from "../util/group.ts";
import { sortBy } from "./compare.ts";
import { fits, isDoubtful, printLayout, type Layout } from "./layout.ts";
import { importSpecifier } from "./modules.ts";
import { namedText } from "./named-text.ts";
import type { Declaration } from "./declaration.ts";
import { HEADER, type OutputFile } from "./model.ts";
import { modulePath, type ModulePlan } from "./module-plan.ts";
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

function importsOf({ module, declarations }: ModulePlan): readonly string[] {
  const values = declarations.flatMap((declaration) => declaration.values);
  const symbols = [...declarations.flatMap((declaration) => declaration.types), ...values];
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

/** A module on its way to text: what the printer is given, and what becomes of what it prints. */
export interface ModuleOrder {
  readonly item: PrintItem;
  readonly finish: (printed: string) => OutputFile;
}

/**
 * Prepares a module for the printer.
 *
 * @param plan what the module declares
 */
export function orderModule(plan: ModulePlan): ModuleOrder {
  const statements = [...importsOf(plan), ...plan.declarations.map(({ structure }) => structure)];
  return {
    item: { kind: "module", statements },
    finish: (printed) => {
      const text = `${HEADER}\n\n${settle(printed.trimEnd(), plan.declarations)}\n`;
      return { path: modulePath(plan), text, settled: !isDoubtful(text) };
    },
  };
}
