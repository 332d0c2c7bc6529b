import { RUNTIME_MODULE, type RuntimeName } from "../plan/runtime-names.ts";
import { sortBy } from "../../util/compare.ts";
import { printLayout, specifierLayout, type PrettierDoc } from "../syntax/layout.ts";
import type { TypeSymbol } from "../syntax/type-expression.ts";
import { codeBlock } from "./markdown-text.ts";

/** The specifier with which users import a module of the package. */
export function publicSpecifier(packageName: string, module: string): string {
  return `${packageName}/${module.replace(/^(permissions|runtime|testing)\/index$/, "$1")}`;
}

/** What a program imports. */
export interface Imports {
  /** Names of the runtime. */
  readonly runtime?: readonly RuntimeName[];
  /** Functions, enums and other values of other modules. */
  readonly values?: readonly TypeSymbol[];
  readonly types?: readonly TypeSymbol[];
  /** Imports from other packages, as lines of code. */
  readonly others?: readonly string[];
}

function importLines(symbols: readonly TypeSymbol[], packageName: string, modifier = ""): readonly string[] {
  const modules = [...new Set(symbols.map(({ module }) => module))];
  return modules.map((module) => {
    const own = symbols.flatMap((symbol) => (symbol.module === module ? [symbol.name] : []));
    const names = sortBy(new Set(own), (name) => name);
    const from = JSON.stringify(publicSpecifier(packageName, module ?? "index"));
    return printLayout([`import ${modifier}`, specifierLayout(names), ` from ${from};`]);
  });
}

/**
 * Writes a program that imports from the package.
 *
 * @param lines statements, which may have several lines each
 */
export function program(packageName: string, imports: Imports, lines: readonly string[]): string {
  const { runtime = [], values = [], types = [], others = [] } = imports;
  const fromRuntime = runtime.map((name) => ({ name, local: name, module: RUNTIME_MODULE }));
  const head = [
    ...others,
    ...importLines([...fromRuntime, ...values], packageName),
    ...importLines(types, packageName, "type "),
  ];
  return codeBlock("ts", ...head, "", ...lines);
}

/** Prints a statement as Prettier does. */
export function statement(...layout: readonly PrettierDoc[]): string {
  return printLayout([...layout, ";"]);
}
