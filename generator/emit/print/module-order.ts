import { append } from "../../util/group.ts";
import { sortBy } from "../../util/compare.ts";
import { fits, needsPrettier, printLayout, type PrettierDoc } from "../syntax/layout.ts";
import { importSpecifier } from "../plan/modules.ts";
import { namedText } from "../syntax/named-text.ts";
import type { Declaration } from "../syntax/declaration.ts";
import { HEADER, type OutputFile } from "../model.ts";
import { modulePath, type ModulePlan } from "./module-plan.ts";
import type { PrintTask } from "./print-item.ts";
import type { TypeSymbol } from "../syntax/type-expression.ts";

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

function importsOf(module: string, { types, values }: Statements): readonly string[] {
  const byModule = new Map<string, TypeSymbol[]>();
  for (const symbol of [...types, ...values]) {
    if (symbol.module !== null && symbol.module !== module) append(byModule, symbol.module, symbol);
  }
  const local = new Set(values.map((symbol) => symbol.local));
  return sortBy(byModule, ([from]) => from).map(([from, named]) => importsFrom(module, from, named, local));
}

/** Layouts of the lines that begin with `export`; undefined for text, whose layout is final. */
function headsOf({ structure, heads }: Declaration): readonly (undefined | (() => PrettierDoc))[] {
  if (typeof structure === "string") return (structure.match(/^export /gm) ?? []).map(() => undefined);
  return heads ?? [undefined];
}

/** Applies Prettier's layout: the printer prints heads on one line, empty braces on two, and no trailing comma. */
function applyLayouts(text: string, declarations: readonly Declaration[]): string {
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

interface Statements {
  readonly text: string;
  /** Whether the first declaration was given as text. */
  readonly isText: boolean;
  /** Symbols that occur only in types; `values` are used at run time. */
  readonly types: readonly TypeSymbol[];
  readonly values: readonly TypeSymbol[];
}

/** Prepares a module for the printer. */
export function moduleTask({ module, declarations }: ModulePlan): PrintTask<OutputFile> {
  const statements = declarations.map(({ structure }) => structure);
  return {
    item: { kind: "module", statements },
    finish: (printed) =>
      joinModule(module, {
        text: applyLayouts(printed.trimEnd(), declarations),
        isText: typeof statements[0] === "string",
        types: declarations.flatMap(({ types }) => types),
        values: declarations.flatMap(({ values }) => values),
      }),
  };
}

/** Creates the file of a module whose declarations are all text. */
export function textModule({ module, declarations }: ModulePlan): OutputFile {
  const text = declarations.map(({ structure }) => (typeof structure === "string" ? structure : "")).join("\n");
  const [types, values] = [declarations.flatMap((each) => each.types), declarations.flatMap((each) => each.values)];
  return joinModule(module, { text, isText: types.length + values.length === 0, types, values });
}

/** Puts an empty line above each documented declaration; the printer puts none beside declarations given as text. */
function separateDeclarations(text: string): string {
  return text.replace(/(?<=[^\n]\n)(?=\/\*\*)/g, "\n");
}

function joinModule(module: string, statements: Statements): OutputFile {
  const imports = importsOf(module, statements);
  // As in the printer's output, an empty line separates two statements unless both were given as text.
  const gap = imports.length === 0 || statements.isText ? "" : "\n";
  const body = statements.text === "" ? "" : `${gap}${statements.text}\n`;
  const head = `${HEADER}\n${imports.length === 0 && body === "" ? "" : "\n"}${imports.map((line) => `${line}\n`).join("")}`;
  const text = separateDeclarations(head + body);
  return { path: modulePath({ module }), text, formatted: !needsPrettier(text) };
}
